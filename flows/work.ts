import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { hasChildren, seeksWork } from './situations.ts'

/** Finding work: what one does now, what one has learned, then what funding asks for. */
export const work = flow('work', {
  employment: {
    ask: 'employment',
    next: [{ if: seeksWork, to: 'unemployedMonths' }, { to: 'foreignQualification' }],
  },
  unemployedMonths: { ask: 'unemployedMonths', next: 'insuredMonths' },
  insuredMonths: { ask: 'insuredMonths', next: 'sgb2Months' },
  sgb2Months: { ask: 'sgb2Months', next: 'returningToWork' },
  returningToWork: { ask: 'returningToWork', next: 'foreignQualification' },
  foreignQualification: { ask: 'foreignQualification', next: 'schoolQualification' },
  schoolQualification: { ask: 'schoolQualification', next: 'occupationGoal' },
  occupationGoal: { ask: 'occupationGoal', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'age' },
  age: { ask: 'age', next: 'residence' },
  ...residenceSteps('lowIncome'),
  lowIncome: { ask: 'lowIncome', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: [{ if: hasChildren, to: 'singleParent' }, { to: 'partner' }] },
  singleParent: { ask: 'singleParent', next: 'partner' },
  partner: { ask: 'partner', next: 'disabilityDegree' },
  disabilityDegree: { ask: 'disabilityDegree', next: 'mentalDistress' },
  mentalDistress: { ask: 'mentalDistress', next: 'addiction' },
  addiction: { ask: 'addiction', next: 'housing' },
  housing: { ask: 'housing', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'gender' },
  gender: { ask: 'gender', next: 'done' },
})
