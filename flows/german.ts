import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'

/** Learning German: how much is there already, then what the courses' rules ask for. */
export const german = flow('german', {
  germanLevel: { ask: 'germanLevel', next: 'residence' },
  ...residenceSteps('employment'),
  employment: { ask: 'employment', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'age' },
  age: { ask: 'age', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'schoolQualification' },
  schoolQualification: { ask: 'schoolQualification', next: 'done' },
})
