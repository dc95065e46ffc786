import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'

/** Learning German: how much is there already, then what the courses ask for. */
export const german = flow('german', {
  germanLevel: { ask: 'germanLevel', next: 'age' },
  age: { ask: 'age', next: 'residence' },
  residence: { ask: 'residence', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'schoolQualification' },
  schoolQualification: { ask: 'schoolQualification', next: toResidenceDetails('employment') },
  ...residenceDetails('employment'),
  employment: { ask: 'employment', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'done' },
})
