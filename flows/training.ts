import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { hasChildren, seeksWork } from './situations.ts'

/** School and training: age and certificate first, then what one does and wants, then what the funding asks for. */
export const training = flow('training', {
  age: { ask: 'age', next: 'schoolQualification' },
  schoolQualification: { ask: 'schoolQualification', next: 'employment' },
  employment: {
    ask: 'employment',
    next: [{ if: seeksWork, to: 'unemployedMonths' }, { to: 'occupationGoal' }],
  },
  unemployedMonths: { ask: 'unemployedMonths', next: 'occupationGoal' },
  occupationGoal: { ask: 'occupationGoal', next: 'foreignQualification' },
  foreignQualification: { ask: 'foreignQualification', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'childrenAges' },
  childrenAges: {
    ask: 'childrenAges',
    next: [{ if: hasChildren, to: 'singleParent' }, { to: 'residence' }],
  },
  singleParent: { ask: 'singleParent', next: 'residence' },
  ...residenceSteps('benefitsReceived'),
  benefitsReceived: { ask: 'benefitsReceived', next: 'housing' },
  housing: { ask: 'housing', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'partner' },
  partner: { ask: 'partner', next: 'disabilityDegree' },
  disabilityDegree: { ask: 'disabilityDegree', next: 'done' },
})
