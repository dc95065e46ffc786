import { flow } from '../src/dialogue/flow.ts'

/** Protection from violence: help stands on top already; nothing is asked that help does not need. */
export const safety = flow('safety', {
  affectedByViolence: { ask: 'affectedByViolence', next: 'gender' },
  gender: { ask: 'gender', next: 'done' },
})
