import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'

/** Arriving in Hesse: residence and age decide who advises and who pays. */
export const arrival = flow('arrival', {
  ...residenceSteps('age'),
  age: { ask: 'age', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'employment' },
  employment: { ask: 'employment', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'partner' },
  partner: { ask: 'partner', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'mentalDistress' },
  mentalDistress: { ask: 'mentalDistress', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'done' },
})
