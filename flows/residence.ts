import { hasTitle, isForeign, mayLiveInReceptionCentre } from './situations.ts'

/** What residence rests on, since when, and where one lives: the paragraph and the dates, for those whom they can concern. */
export const residenceDetails = <const Next extends string>(next: Next) =>
  ({
    residenceBasis: { ask: 'residenceBasis', next: 'titleSince' },
    titleSince: { ask: 'titleSince', next: 'arrivalDate' },
    arrivalDate: {
      ask: 'arrivalDate',
      next: [{ if: mayLiveInReceptionCentre, to: 'livesInReceptionCentre' }, { to: next }],
    },
    livesInReceptionCentre: { ask: 'livesInReceptionCentre', next },
  }) as const

/** The way to these details from any step after `residence`, or past them. */
export const toResidenceDetails = <const Next extends string>(next: Next) =>
  [{ if: hasTitle, to: 'residenceBasis' }, { if: isForeign, to: 'arrivalDate' }, { to: next }] as const
