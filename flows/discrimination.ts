import { flow } from '../src/dialogue/flow.ts'

/** Discrimination: whether it happened to the person, and whether it was violence. */
export const discrimination = flow('discrimination', {
  affectedByDiscrimination: { ask: 'affectedByDiscrimination', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'done' },
})
