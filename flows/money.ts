import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'
import { hasChildren, raisesAlone } from './situations.ts'

/** Money to live on: need and work first, then the household, then what single benefits ask for. */
export const money = flow('money', {
  lowIncome: { ask: 'lowIncome', next: 'employment' },
  employment: { ask: 'employment', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'age' },
  age: { ask: 'age', next: 'residence' },
  residence: { ask: 'residence', next: 'insuredMonths' },
  insuredMonths: {
    ask: 'insuredMonths',
    next: [{ if: hasChildren, to: 'singleParent' }, { to: 'pregnant' }],
  },
  singleParent: {
    ask: 'singleParent',
    next: [{ if: raisesAlone, to: 'receivesMaintenance' }, { to: 'pregnant' }],
  },
  receivesMaintenance: { ask: 'receivesMaintenance', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: toResidenceDetails('earnings') },
  ...residenceDetails('earnings'),
  earnings: { ask: 'earnings', next: 'housing' },
  housing: { ask: 'housing', next: 'foreignQualification' },
  foreignQualification: { ask: 'foreignQualification', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: 'careNeed' },
  careNeed: { ask: 'careNeed', next: 'disabilityDegree' },
  disabilityDegree: {
    ask: 'disabilityDegree',
    next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'returningToWork' }],
  },
  childWithDisability: { ask: 'childWithDisability', next: 'returningToWork' },
  returningToWork: { ask: 'returningToWork', next: 'partner' },
  partner: { ask: 'partner', next: 'unemployedMonths' },
  unemployedMonths: { ask: 'unemployedMonths', next: 'done' },
})
