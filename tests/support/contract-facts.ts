/** A fact as the public interface names it. Additions are welcome, renames are not. */
export type ContractFact =
  | { readonly type: 'boolean' }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'enum[]'; readonly values: readonly string[] }
  | { readonly type: 'integer'; readonly min: number; readonly max?: number }
  | { readonly type: 'integer[]' }
  | { readonly type: 'month' }
  | { readonly type: 'kreis' }
  | { readonly type: 'gemeinde' }

/** The facts of the public interface, written down a second time, so that a rename has to be made on purpose. */
export const contractFacts: { readonly [name: string]: ContractFact } = {
  kreis: { type: 'kreis' },
  gemeinde: { type: 'gemeinde' },
  age: { type: 'integer', min: 0, max: 120 },
  residence: {
    type: 'enum',
    values: [
      'german',
      'eu',
      'settlementPermit',
      'residencePermit',
      'recognisedRefugee',
      'temporaryProtection',
      'asylumSeeker',
      'toleration',
      'undocumented',
    ],
  },
  residenceBasis: {
    type: 'enum',
    values: [
      'asylum',
      'protection',
      'deportationBan',
      'humanitarian',
      'integrated',
      'opportunity',
      'family',
      'work',
      'study',
      'training',
      'jobSearch',
      'fiction',
      'trainingToleration',
      'employmentToleration',
    ],
  },
  arrivalDate: { type: 'month' },
  titleSince: { type: 'month' },
  livesInReceptionCentre: { type: 'boolean' },
  germanLevel: { type: 'enum', values: ['none', 'A1', 'A2', 'B1', 'B2', 'C1'] },
  childrenAges: { type: 'integer[]' },
  childWithDisability: { type: 'boolean' },
  pregnant: { type: 'boolean' },
  singleParent: { type: 'boolean' },
  partner: { type: 'enum', values: ['none', 'livesTogether', 'separated', 'widowed', 'abroad'] },
  receivesMaintenance: { type: 'boolean' },
  employment: {
    type: 'enum',
    values: [
      'employed',
      'minijob',
      'selfEmployed',
      'unemployed',
      'training',
      'student',
      'pupil',
      'familyCare',
      'retired',
      'unableToWork',
    ],
  },
  unemployedMonths: { type: 'integer', min: 0 },
  sgb2Months: { type: 'integer', min: 0, max: 84 },
  insuredMonths: { type: 'integer', min: 0, max: 30 },
  returningToWork: { type: 'boolean' },
  schoolQualification: { type: 'enum', values: ['none', 'lower', 'middle', 'higher'] },
  foreignQualification: { type: 'enum', values: ['none', 'vocational', 'degree', 'nursing', 'otherHealth'] },
  occupationGoal: {
    type: 'enum',
    values: ['nursing', 'childcareWorker', 'healthProfession', 'other', 'undecided'],
  },
  disabilityDegree: { type: 'integer', min: 0, max: 100 },
  careNeed: { type: 'boolean' },
  benefitsReceived: {
    type: 'enum[]',
    values: ['sgb2', 'alg1', 'sgb12', 'asylblg', 'wohngeld', 'kinderzuschlag', 'bafoeg'],
  },
  earnings: { type: 'enum', values: ['none', 'below600', 'from600to900', 'above900'] },
  lowIncome: { type: 'boolean' },
  housing: { type: 'enum', values: ['rent', 'own', 'shared', 'withOthers', 'homeless'] },
  gender: { type: 'enum', values: ['female', 'male', 'diverse'] },
  affectedByViolence: { type: 'boolean' },
  affectedByDiscrimination: { type: 'boolean' },
  inDebt: { type: 'boolean' },
  needsLegalHelp: { type: 'boolean' },
  healthInsurance: { type: 'boolean' },
  mentalDistress: { type: 'boolean' },
  addiction: { type: 'boolean' },
}

/** The topics of the public interface. */
export const contractTopics = [
  'arrival',
  'german',
  'family',
  'work',
  'training',
  'money',
  'housing',
  'legal',
  'safety',
  'discrimination',
  'health',
  'disability',
] as const
