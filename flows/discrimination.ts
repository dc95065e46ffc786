import { flow } from '../src/dialogue/flow.ts'

/** Discrimination: whether it happened to the person. */
export const discrimination = flow('discrimination', {
  affectedByDiscrimination: { ask: 'affectedByDiscrimination', next: 'done' },
})
