import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { hasChildren, raisesAlone, seeksWork } from './situations.ts'

/** Money to live on: need and work first, then the household, then residence. */
export const money = flow('money', {
  lowIncome: { ask: 'lowIncome', next: 'employment' },
  employment: { ask: 'employment', next: [{ if: seeksWork, to: 'unemployedMonths' }, { to: 'age' }] },
  unemployedMonths: { ask: 'unemployedMonths', next: 'insuredMonths' },
  insuredMonths: { ask: 'insuredMonths', next: 'returningToWork' },
  returningToWork: { ask: 'returningToWork', next: 'age' },
  age: { ask: 'age', next: 'residence' },
  ...residenceSteps('childrenAges'),
  childrenAges: {
    ask: 'childrenAges',
    next: [{ if: hasChildren, to: 'singleParent' }, { to: 'benefitsReceived' }],
  },
  singleParent: {
    ask: 'singleParent',
    next: [{ if: raisesAlone, to: 'receivesMaintenance' }, { to: 'benefitsReceived' }],
  },
  receivesMaintenance: { ask: 'receivesMaintenance', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'earnings' },
  earnings: { ask: 'earnings', next: 'partner' },
  partner: { ask: 'partner', next: 'housing' },
  housing: { ask: 'housing', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'gender' },
  gender: { ask: 'gender', next: 'schoolQualification' },
  schoolQualification: { ask: 'schoolQualification', next: 'foreignQualification' },
  foreignQualification: { ask: 'foreignQualification', next: 'careNeed' },
  careNeed: { ask: 'careNeed', next: 'disabilityDegree' },
  disabilityDegree: {
    ask: 'disabilityDegree',
    next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'done' }],
  },
  childWithDisability: { ask: 'childWithDisability', next: 'done' },
})
