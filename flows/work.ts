import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'
import { hasChildren } from './situations.ts'

/** Finding work: what one does now and has learned, then what the funding asks for; health comes late. */
export const work = flow('work', {
  employment: { ask: 'employment', next: 'age' },
  age: { ask: 'age', next: 'residence' },
  residence: { ask: 'residence', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'foreignQualification' },
  foreignQualification: { ask: 'foreignQualification', next: 'returningToWork' },
  returningToWork: { ask: 'returningToWork', next: 'insuredMonths' },
  insuredMonths: { ask: 'insuredMonths', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'occupationGoal' },
  occupationGoal: { ask: 'occupationGoal', next: 'sgb2Months' },
  sgb2Months: { ask: 'sgb2Months', next: 'unemployedMonths' },
  unemployedMonths: { ask: 'unemployedMonths', next: 'schoolQualification' },
  schoolQualification: { ask: 'schoolQualification', next: toResidenceDetails('disabilityDegree') },
  ...residenceDetails('disabilityDegree'),
  disabilityDegree: { ask: 'disabilityDegree', next: 'mentalDistress' },
  mentalDistress: { ask: 'mentalDistress', next: 'addiction' },
  addiction: { ask: 'addiction', next: 'gender' },
  gender: { ask: 'gender', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: [{ if: hasChildren, to: 'singleParent' }, { to: 'partner' }] },
  singleParent: { ask: 'singleParent', next: 'partner' },
  partner: { ask: 'partner', next: 'housing' },
  housing: { ask: 'housing', next: 'done' },
})
