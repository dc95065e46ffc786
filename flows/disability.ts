import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'
import { hasChildren } from './situations.ts'

/** Disability and care: the person and the children first, then work, then residence. */
export const disability = flow('disability', {
  disabilityDegree: { ask: 'disabilityDegree', next: 'careNeed' },
  careNeed: { ask: 'careNeed', next: 'childrenAges' },
  childrenAges: {
    ask: 'childrenAges',
    next: [{ if: hasChildren, to: 'childWithDisability' }, { to: 'residence' }],
  },
  childWithDisability: { ask: 'childWithDisability', next: 'residence' },
  residence: { ask: 'residence', next: 'age' },
  age: { ask: 'age', next: 'employment' },
  employment: { ask: 'employment', next: 'mentalDistress' },
  mentalDistress: { ask: 'mentalDistress', next: 'addiction' },
  addiction: { ask: 'addiction', next: toResidenceDetails('benefitsReceived') },
  ...residenceDetails('benefitsReceived'),
  benefitsReceived: { ask: 'benefitsReceived', next: 'done' },
})
