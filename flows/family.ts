import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'
import { hasChildren, raisesAlone } from './situations.ts'

/** Children and family: who lives in the household first, then what pays for them, then what the benefits ask of residence. */
export const family = flow('family', {
  childrenAges: {
    ask: 'childrenAges',
    next: [{ if: hasChildren, to: 'singleParent' }, { to: 'pregnant' }],
  },
  singleParent: {
    ask: 'singleParent',
    next: [{ if: raisesAlone, to: 'receivesMaintenance' }, { to: 'pregnant' }],
  },
  receivesMaintenance: { ask: 'receivesMaintenance', next: 'pregnant' },
  pregnant: { ask: 'pregnant', next: 'residence' },
  residence: { ask: 'residence', next: 'age' },
  age: { ask: 'age', next: 'employment' },
  employment: {
    ask: 'employment',
    next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'benefitsReceived' }],
  },
  childWithDisability: { ask: 'childWithDisability', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'partner' },
  partner: { ask: 'partner', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'earnings' },
  earnings: { ask: 'earnings', next: 'returningToWork' },
  returningToWork: { ask: 'returningToWork', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: toResidenceDetails('unemployedMonths') },
  ...residenceDetails('unemployedMonths'),
  unemployedMonths: { ask: 'unemployedMonths', next: 'insuredMonths' },
  insuredMonths: { ask: 'insuredMonths', next: 'done' },
})
