import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { hasChildren } from './situations.ts'

/** Health: what weighs on the person first, then family and insurance, then what the law asks of residence and money. */
export const health = flow('health', {
  mentalDistress: { ask: 'mentalDistress', next: 'addiction' },
  addiction: { ask: 'addiction', next: 'careNeed' },
  careNeed: { ask: 'careNeed', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'childrenAges' },
  childrenAges: {
    ask: 'childrenAges',
    next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'healthInsurance' }],
  },
  childWithDisability: { ask: 'childWithDisability', next: 'healthInsurance' },
  healthInsurance: { ask: 'healthInsurance', next: 'employment' },
  employment: { ask: 'employment', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'age' },
  age: { ask: 'age', next: 'partner' },
  partner: { ask: 'partner', next: 'residence' },
  ...residenceSteps('foreignQualification'),
  foreignQualification: { ask: 'foreignQualification', next: 'occupationGoal' },
  occupationGoal: { ask: 'occupationGoal', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: 'done' },
})
