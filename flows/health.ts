import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'
import { hasChildren } from './situations.ts'

/** Health: what weighs on the person first, then the family, then what the insurance and the law ask for. */
export const health = flow('health', {
  mentalDistress: { ask: 'mentalDistress', next: 'careNeed' },
  careNeed: { ask: 'careNeed', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'healthInsurance' },
  healthInsurance: { ask: 'healthInsurance', next: 'residence' },
  residence: { ask: 'residence', next: 'employment' },
  employment: { ask: 'employment', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'foreignQualification' },
  foreignQualification: { ask: 'foreignQualification', next: 'occupationGoal' },
  occupationGoal: { ask: 'occupationGoal', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'age' }] },
  childWithDisability: { ask: 'childWithDisability', next: 'age' },
  age: { ask: 'age', next: toResidenceDetails('partner') },
  ...residenceDetails('partner'),
  partner: { ask: 'partner', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'addiction' },
  addiction: { ask: 'addiction', next: 'done' },
})
