import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'

/** Health: family and pregnancy first, then insurance and residence. */
export const health = flow('health', {
  pregnant: { ask: 'pregnant', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'healthInsurance' },
  healthInsurance: { ask: 'healthInsurance', next: 'residence' },
  ...residenceSteps('done'),
})
