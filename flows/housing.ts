import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'

/** Housing: how one lives, then what the benefits ask for. */
export const housing = flow('housing', {
  housing: { ask: 'housing', next: 'residence' },
  residence: { ask: 'residence', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'affectedByViolence' },
  affectedByViolence: { ask: 'affectedByViolence', next: 'gender' },
  gender: { ask: 'gender', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: toResidenceDetails('employment') },
  ...residenceDetails('employment'),
  employment: { ask: 'employment', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'partner' },
  partner: { ask: 'partner', next: 'done' },
})
