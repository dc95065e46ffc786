import { flow } from '../src/dialogue/flow.ts'

/** Protection from violence: help stands on top already; nothing is asked that help does not need. */
export const safety = flow('safety', {
  affectedByViolence: { ask: 'affectedByViolence', next: 'gender' },
  gender: { ask: 'gender', next: 'age' },
  age: { ask: 'age', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'mentalDistress' },
  mentalDistress: { ask: 'mentalDistress', next: 'done' },
})
