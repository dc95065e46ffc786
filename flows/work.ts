import { flow } from '../src/dialogue/flow.ts'
import { residenceSteps } from './residence.ts'
import { seeksWork } from './situations.ts'

/** Finding work: what one does now, what one has learned, then what funding asks for. */
export const work = flow('work', {
  employment: {
    ask: 'employment',
    next: [{ if: seeksWork, to: 'unemployedMonths' }, { to: 'foreignQualification' }],
  },
  unemployedMonths: { ask: 'unemployedMonths', next: 'insuredMonths' },
  insuredMonths: { ask: 'insuredMonths', next: 'returningToWork' },
  returningToWork: { ask: 'returningToWork', next: 'foreignQualification' },
  foreignQualification: { ask: 'foreignQualification', next: 'occupationGoal' },
  occupationGoal: { ask: 'occupationGoal', next: 'germanLevel' },
  germanLevel: { ask: 'germanLevel', next: 'age' },
  age: { ask: 'age', next: 'residence' },
  ...residenceSteps('lowIncome'),
  lowIncome: { ask: 'lowIncome', next: 'benefitsReceived' },
  benefitsReceived: { ask: 'benefitsReceived', next: 'done' },
})
