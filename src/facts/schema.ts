import { z } from 'zod'

/** A Landkreis or kreisfreie Stadt of Hesse: five digits of the Amtlicher Gemeindeschlüssel, `06412`. */
const kreis = z.string().regex(/^06\d{3}$/)
/** A municipality of Hesse: eight digits of the Amtlicher Gemeindeschlüssel, `06412000`. */
const gemeinde = z.string().regex(/^06\d{6}$/)
/** A calendar month, `2023-05`. */
const month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
const years = z.int().min(0).max(120)
const months = z.int().min(0).max(1200)
const yesNo = z.boolean()

/**
 * Everything the service may know about a person, one schema a fact.
 * Absent means unknown, and unknown is never treated as false.
 * Names and values are public interface: additions are welcome, renames are not.
 */
export const factSchemas = {
  kreis,
  gemeinde,
  age: years,
  residence: z.enum([
    'german',
    'eu',
    'settlementPermit',
    'residencePermit',
    'recognisedRefugee',
    'temporaryProtection',
    'asylumSeeker',
    'toleration',
    'undocumented',
  ]),
  /** What the residence rests on, where the person knows it: refines `residence`, never contradicts it. */
  residenceBasis: z.enum([
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
  ]),
  arrivalDate: month,
  /** Month of the first residence title or Fiktionsbescheinigung. */
  titleSince: month,
  livesInReceptionCentre: yesNo,
  germanLevel: z.enum(['none', 'A1', 'A2', 'B1', 'B2', 'C1']),
  /** Ages of the children who live with the person; `[]` is no children, 0 is under one year. */
  childrenAges: z.array(years).max(20),
  childWithDisability: yesNo,
  pregnant: yesNo,
  singleParent: yesNo,
  partner: z.enum(['none', 'livesTogether', 'separated', 'widowed', 'abroad']),
  /** The other parent pays maintenance regularly and in full. */
  receivesMaintenance: yesNo,
  employment: z.enum([
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
  ]),
  unemployedMonths: months,
  /** Months on Grundsicherungsgeld or Bürgergeld in the last 84 months. */
  sgb2Months: z.int().min(0).max(84),
  /** Months of compulsory unemployment insurance in the last 30 months. */
  insuredMonths: z.int().min(0).max(30),
  returningToWork: yesNo,
  schoolQualification: z.enum(['none', 'lower', 'middle', 'higher']),
  foreignQualification: z.enum(['none', 'vocational', 'degree', 'nursing', 'otherHealth']),
  occupationGoal: z.enum(['nursing', 'childcareWorker', 'healthProfession', 'other', 'undecided']),
  /** Grad der Behinderung, 0 is none. */
  disabilityDegree: z.int().min(0).max(100),
  careNeed: yesNo,
  benefitsReceived: z
    .array(z.enum(['sgb2', 'alg1', 'sgb12', 'asylblg', 'wohngeld', 'kinderzuschlag', 'bafoeg']))
    .max(7),
  /** Gross a month, euro, of the person and partner together. */
  earnings: z.enum(['none', 'below600', 'from600to900', 'above900']),
  /** Income and savings do not cover rent and living. */
  lowIncome: yesNo,
  housing: z.enum(['rent', 'own', 'shared', 'withOthers', 'homeless']),
  gender: z.enum(['female', 'male', 'diverse']),
  affectedByViolence: yesNo,
  affectedByDiscrimination: yesNo,
  inDebt: yesNo,
  needsLegalHelp: yesNo,
  healthInsurance: yesNo,
  mentalDistress: yesNo,
  addiction: yesNo,
} as const

export type FactName = keyof typeof factSchemas
export type FactValue<F extends FactName = FactName> = Readonly<z.infer<(typeof factSchemas)[F]>>

/** What is known of one person: absent and `undefined` both mean unknown. */
export type Facts = { readonly [F in FactName]?: FactValue<F> | undefined }

/** All fact names, in the order of the schema. */
export const factNames = Object.keys(factSchemas) as readonly FactName[]

/** Whether a string names a fact. */
export const isFactName = (name: string): name is FactName => Object.hasOwn(factSchemas, name)

/** The schema of all facts together, for the edges: every fact optional, nothing unknown let in. */
export const factsSchema = z.strictObject(factSchemas).partial()
