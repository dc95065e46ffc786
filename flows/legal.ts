import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'

/** Legal questions: whether a lawyer is needed and affordable, then who may advise. */
export const legal = flow('legal', {
  needsLegalHelp: { ask: 'needsLegalHelp', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'residence' },
  ...residenceSteps('age'),
  age: { ask: 'age', next: 'affectedByDiscrimination' },
  affectedByDiscrimination: { ask: 'affectedByDiscrimination', next: 'done' },
})
