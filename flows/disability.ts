import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { hasChildren } from './situations.ts'

/** Disability and care: the person and the children first, then work, then residence and money. */
export const disability = flow('disability', {
  disabilityDegree: { ask: 'disabilityDegree', next: 'careNeed' },
  careNeed: { ask: 'careNeed', next: 'childrenAges' },
  childrenAges: {
    ask: 'childrenAges',
    next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'employment' }],
  },
  childWithDisability: { ask: 'childWithDisability', next: 'employment' },
  employment: { ask: 'employment', next: 'age' },
  age: { ask: 'age', next: 'mentalDistress' },
  mentalDistress: { ask: 'mentalDistress', next: 'addiction' },
  addiction: { ask: 'addiction', next: 'residence' },
  ...residenceSteps('benefitsReceived'),
  benefitsReceived: { ask: 'benefitsReceived', next: 'lowIncome' },
  lowIncome: { ask: 'lowIncome', next: 'partner' },
  partner: { ask: 'partner', next: 'done' },
})
