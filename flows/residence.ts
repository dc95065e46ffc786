import { hasTitle, isForeign, mayLiveInReceptionCentre } from './situations.ts'

/** The questions on residence, as several flows put them: coarse first, the paragraph and the dates where they can decide. */
export const residenceSteps = <const Next extends string>(next: Next) =>
  ({
    residence: {
      ask: 'residence',
      next: [{ if: hasTitle, to: 'residenceBasis' }, { if: isForeign, to: 'arrivalDate' }, { to: next }],
    },
    residenceBasis: { ask: 'residenceBasis', next: 'titleSince' },
    titleSince: { ask: 'titleSince', next: 'arrivalDate' },
    arrivalDate: {
      ask: 'arrivalDate',
      next: [{ if: mayLiveInReceptionCentre, to: 'livesInReceptionCentre' }, { to: next }],
    },
    livesInReceptionCentre: { ask: 'livesInReceptionCentre', next },
  }) as const
