import type { QuestionId } from '../src/dialogue/question.ts'
import type { Flows } from '../src/dialogue/replay.ts'
import { arrival } from './arrival.ts'
import { disability } from './disability.ts'
import { discrimination } from './discrimination.ts'
import { family } from './family.ts'
import { german } from './german.ts'
import { health } from './health.ts'
import { housing } from './housing.ts'
import { last } from './last.ts'
import { legal } from './legal.ts'
import { money } from './money.ts'
import { safety } from './safety.ts'
import { training } from './training.ts'
import { work } from './work.ts'

/** All dialogues, in the order in which they are walked where somebody chose several: then protection comes first. */
export const flows: Flows = {
  byTopic: {
    safety,
    arrival,
    german,
    family,
    work,
    training,
    money,
    housing,
    legal,
    discrimination,
    health,
    disability,
  },
  last,
}

/** Questions that touch what the law protects most: the data-protection notice stands before the first of them. */
export const sensitive: ReadonlySet<QuestionId> = new Set<QuestionId>([
  'residence',
  'residenceBasis',
  'titleSince',
  'arrivalDate',
  'livesInReceptionCentre',
  'pregnant',
  'childWithDisability',
  'disabilityDegree',
  'careNeed',
  'affectedByViolence',
  'affectedByDiscrimination',
  'inDebt',
  'healthInsurance',
  'mentalDistress',
  'addiction',
])
