import { flow } from '../src/dialogue/flow.ts'
import { residenceDetails, toResidenceDetails } from './residence.ts'

/** School and training: age and what one does, then certificates and wishes, then what the funding asks for. */
export const training = flow('training', {
  age: { ask: 'age', next: 'employment' },
  employment: { ask: 'employment', next: 'residence' },
  residence: { ask: 'residence', next: 'childrenAges' },
  childrenAges: { ask: 'childrenAges', next: 'schoolQualification' },
  schoolQualification: { ask: 'schoolQualification', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'occupationGoal' },
  occupationGoal: { ask: 'occupationGoal', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: toResidenceDetails('done') },
  ...residenceDetails('done'),
})
