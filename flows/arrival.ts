import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'

/** Arriving in Hesse: residence and age decide who advises and who pays; what weighs on somebody comes last. */
export const arrival = flow('arrival', {
  residence: { ask: 'residence', next: 'age' },
  age: { ask: 'age', next: toResidenceDetails('partner') },
  ...residenceDetails('partner'),
  partner: { ask: 'partner', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'employment' },
  employment: { ask: 'employment', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'mentalDistress' },
  mentalDistress: { ask: 'mentalDistress', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'done' },
})
