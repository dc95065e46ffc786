/** Something wrong in a catalogue file, with the place where a person can mend it. */
export interface Fault {
  readonly file: string
  /** Line in the file, from 1. */
  readonly line: number
  readonly reason: string
}

/** A fault as one line for people: file, line and reason. */
export const said = ({ file, line, reason }: Fault): string => `${file}:${line}: ${reason}`

/** Thrown when the catalogue can't be loaded: names every fault, not the first alone. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'

  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(said).join('\n'))
  }
}
