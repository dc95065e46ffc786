import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { hasChildren, raisesAlone, seeksWork } from './situations.ts'

/** Children and family: who lives in the household first, then money and residence where a benefit asks for them. */
export const family = flow('family', {
  childrenAges: { ask: 'childrenAges', next: [{ if: hasChildren, to: 'singleParent' }, { to: 'pregnant' }] },
  singleParent: {
    ask: 'singleParent',
    next: [{ if: raisesAlone, to: 'receivesMaintenance' }, { to: 'pregnant' }],
  },
  receivesMaintenance: { ask: 'receivesMaintenance', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'residence' },
  ...residenceSteps('employment'),
  employment: {
    ask: 'employment',
    next: [{ if: seeksWork, to: 'unemployedMonths' }, { to: 'returningToWork' }],
  },
  unemployedMonths: { ask: 'unemployedMonths', next: 'insuredMonths' },
  insuredMonths: { ask: 'insuredMonths', next: 'returningToWork' },
  returningToWork: { ask: 'returningToWork', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'earnings' },
  earnings: { ask: 'earnings', next: 'partner' },
  partner: { ask: 'partner', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'age' },
  age: { ask: 'age', next: 'gender' },
  gender: { ask: 'gender', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'done' }] },
  childWithDisability: { ask: 'childWithDisability', next: 'done' },
})
