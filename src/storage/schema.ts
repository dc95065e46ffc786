/** A sealed conversation on its way to a counsellor. Neither id nor content says anything without the code. */
export interface HandoverRow {
  /** What the code is looked up by: derived from it by a function that takes memory and time. */
  readonly id: string
  /** The sealed conversation; empty once it was ended. */
  readonly sealed: string
  /** When it can no longer be opened, in milliseconds since 1970. */
  readonly ends: number
  /** When it was opened first; 0 while nobody has. */
  readonly opened: number
  /** 1 where the person took it back. */
  readonly ended: number
}

/** How often something happened on a day: whole numbers about nobody. */
export interface TallyRow {
  /** ISO date in Hesse. */
  readonly day: string
  /** Key of the Kreis, or empty. */
  readonly kreis: string
  readonly lang: string
  /** What was counted: `topic`, `offerShown`, … */
  readonly kind: string
  /** Which one of these. */
  readonly subject: string
  readonly count: number
}

/** Tries of one address in one minute. */
export interface TryRow {
  /** A salted hash, another one every minute. */
  readonly key: string
  readonly count: number
  /** When the minute is over, in milliseconds since 1970. */
  readonly ends: number
}

/** The tables. */
export interface Tables {
  readonly handovers: HandoverRow
  readonly tallies: TallyRow
  readonly tries: TryRow
}
