import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'

/** Housing: how one lives and whether the money lasts, then what the benefits ask for. */
export const housing = flow('housing', {
  housing: { ask: 'housing', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'inDebt' },
  inDebt: { ask: 'inDebt', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'employment' },
  employment: { ask: 'employment', next: 'residence' },
  ...residenceSteps('affectedByViolence'),
  affectedByViolence: { ask: 'affectedByViolence', next: 'gender' },
  gender: { ask: 'gender', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'partner' },
  partner: { ask: 'partner', next: 'done' },
})
