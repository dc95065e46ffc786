import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'
import { hasChildren } from './situations.ts'

/** Legal questions: whether a lawyer is needed and affordable, then who may advise. */
export const legal = flow('legal', {
  needsLegalHelp: { ask: 'needsLegalHelp', next: 'residence' },
  residence: { ask: 'residence', next: 'age' },
  age: { ask: 'age', next: 'affectedByDiscrimination' },
  affectedByDiscrimination: { ask: 'affectedByDiscrimination', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: toResidenceDetails('childrenAges') },
  ...residenceDetails('childrenAges'),
  childrenAges: { ask: 'childrenAges', next: [{ if: hasChildren, to: 'singleParent' }, { to: 'pregnant' }] },
  singleParent: { ask: 'singleParent', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'partner' },
  partner: { ask: 'partner', next: 'gender' },
  gender: { ask: 'gender', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'employment' },
  employment: { ask: 'employment', next: 'done' },
})
