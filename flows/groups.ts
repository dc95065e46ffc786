import type { FactName } from '../src/facts/schema.ts'
import type { Topic } from '../src/facts/topics.ts'

/** Facts that belong together on one page, under the name of a topic or of the person. */
export interface FactGroup {
  readonly name: Topic | 'person'
  readonly facts: readonly FactName[]
}

/** All facts, each once, in the order in which a counsellor takes them down; the municipality comes with the place. */
export const factGroups: readonly FactGroup[] = [
  { name: 'person', facts: ['kreis', 'age', 'gender'] },
  {
    name: 'arrival',
    facts: ['residence', 'residenceBasis', 'titleSince', 'arrivalDate', 'livesInReceptionCentre'],
  },
  { name: 'german', facts: ['germanLevel'] },
  { name: 'family', facts: ['childrenAges', 'singleParent', 'partner', 'receivesMaintenance', 'pregnant'] },
  {
    name: 'work',
    facts: ['employment', 'unemployedMonths', 'insuredMonths', 'returningToWork', 'occupationGoal'],
  },
  { name: 'training', facts: ['schoolQualification', 'foreignQualification'] },
  { name: 'money', facts: ['benefitsReceived', 'sgb2Months', 'earnings', 'lowIncome', 'inDebt'] },
  { name: 'housing', facts: ['housing'] },
  { name: 'health', facts: ['healthInsurance', 'mentalDistress', 'addiction'] },
  { name: 'disability', facts: ['disabilityDegree', 'careNeed', 'childWithDisability'] },
  { name: 'legal', facts: ['needsLegalHelp'] },
  { name: 'safety', facts: ['affectedByViolence'] },
  { name: 'discrimination', facts: ['affectedByDiscrimination'] },
]
