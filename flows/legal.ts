import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { hasChildren } from './situations.ts'

/** Legal questions: whether a lawyer is needed and affordable, then who may advise. */
export const legal = flow('legal', {
  needsLegalHelp: { ask: 'needsLegalHelp', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'residence' },
  ...residenceSteps('age'),
  age: { ask: 'age', next: 'affectedByDiscrimination' },
  affectedByDiscrimination: { ask: 'affectedByDiscrimination', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'employment' },
  employment: { ask: 'employment', next: 'partner' },
  partner: { ask: 'partner', next: 'childrenAges' },
  childrenAges: {
    ask: 'childrenAges',
    next: [{ if: hasChildren, to: 'singleParent' }, { to: 'pregnant' }],
  },
  singleParent: { ask: 'singleParent', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'gender' },
  gender: { ask: 'gender', next: 'done' },
})
