import type { Facts } from '../../src/facts/schema.ts'
import type { Topic } from '../../src/facts/topics.ts'

/** Somebody as they come: what is true of them, whether or not they are asked, and what they came for. */
export interface RealisticPerson {
  readonly group: GroupName
  readonly topics: readonly Topic[]
  readonly facts: Facts
}

/** Draws that depend on a seed alone, so that the same people come in every run. */
class Draw {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  /** A number from 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** Whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }
  chance(probability: number): boolean {
    return this.next() < probability
  }
  one<const T>(...values: readonly [T, ...T[]]): T {
    return values[Math.floor(this.next() * values.length)] ?? values[0]
  }
  some<T>(values: readonly T[], count: number): readonly T[] {
    const left = [...values]
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(Math.floor(this.next() * left.length), 1),
    ).flat()
  }
  /** A month so many to so many months before November 2026. */
  monthsAgo(from: number, to: number): string {
    const month = 2026 * 12 + 10 - this.between(from, to)
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  }
  ages(count: number, from: number, to: number): number[] {
    return Array.from({ length: count }, () => this.between(from, to)).sort((a, b) => a - b)
  }
}

/** Towns and districts of all sizes. */
const places = [
  '06412',
  '06611',
  '06631',
  '06413',
  '06411',
  '06414',
  '06531',
  '06440',
  '06535',
  '06635',
] as const

/** What is so for most people; a group says what is different. */
const usual = (draw: Draw): Facts => ({
  kreis: draw.one(...places),
  age: draw.between(25, 58),
  gender: draw.one('female', 'male'),
  germanLevel: 'C1',
  childrenAges: [],
  childWithDisability: false,
  pregnant: false,
  singleParent: false,
  partner: draw.one('none', 'livesTogether', 'separated'),
  employment: 'employed',
  unemployedMonths: 0,
  sgb2Months: 0,
  insuredMonths: 30,
  returningToWork: false,
  schoolQualification: draw.one('lower', 'middle', 'higher'),
  foreignQualification: 'none',
  occupationGoal: draw.one('other', 'undecided'),
  disabilityDegree: 0,
  careNeed: false,
  benefitsReceived: [],
  earnings: 'above900',
  lowIncome: false,
  housing: draw.one('rent', 'rent', 'own', 'withOthers'),
  affectedByViolence: false,
  affectedByDiscrimination: draw.chance(0.1),
  inDebt: draw.chance(0.15),
  needsLegalHelp: draw.chance(0.15),
  healthInsurance: true,
  mentalDistress: draw.chance(0.15),
  addiction: draw.chance(0.05),
})

/** Out of work, on Grundsicherungsgeld. */
const onGrundsicherung = (draw: Draw, months: number): Facts => ({
  employment: 'unemployed',
  unemployedMonths: months,
  sgb2Months: Math.min(months, 84),
  insuredMonths: draw.between(0, 6),
  benefitsReceived: ['sgb2'],
  earnings: 'none',
  lowIncome: true,
  housing: draw.one('rent', 'shared', 'withOthers'),
})

/** In the asylum procedure or tolerated: on benefits under the AsylbLG. */
const onAsylumBenefits = (draw: Draw): Facts => ({
  employment: 'unemployed',
  unemployedMonths: draw.between(1, 20),
  insuredMonths: 0,
  benefitsReceived: ['asylblg'],
  earnings: 'none',
  lowIncome: true,
  healthInsurance: false,
  livesInReceptionCentre: false,
  housing: 'shared',
  foreignQualification: draw.one('none', 'none', 'vocational', 'degree'),
  mentalDistress: draw.chance(0.4),
})

interface Group {
  readonly topics: readonly [Topic, ...Topic[]]
  readonly facts: (draw: Draw) => Facts
}

const groups = {
  asylumSeekers: {
    topics: ['arrival', 'german', 'legal', 'health', 'money', 'work', 'discrimination', 'disability'],
    facts: draw => ({
      ...onAsylumBenefits(draw),
      age: draw.between(18, 45),
      residence: 'asylumSeeker',
      arrivalDate: draw.monthsAgo(1, 24),
      livesInReceptionCentre: draw.chance(0.5),
      germanLevel: draw.one('none', 'none', 'A1', 'A2'),
      childrenAges: draw.chance(0.3) ? draw.ages(draw.between(1, 3), 0, 14) : [],
      needsLegalHelp: draw.chance(0.6),
    }),
  },
  recognisedRefugees: {
    topics: ['german', 'work', 'family', 'housing', 'training', 'legal', 'discrimination'],
    facts: draw => ({
      ...onGrundsicherung(draw, draw.between(3, 40)),
      residence: 'recognisedRefugee',
      residenceBasis: draw.one('asylum', 'protection', 'protection', 'deportationBan'),
      arrivalDate: draw.monthsAgo(20, 90),
      titleSince: draw.monthsAgo(3, 60),
      livesInReceptionCentre: false,
      germanLevel: draw.one('A1', 'A2', 'B1', 'B2'),
      childrenAges: draw.chance(0.5) ? draw.ages(draw.between(1, 4), 0, 17) : [],
      foreignQualification: draw.one('none', 'vocational', 'degree'),
      mentalDistress: draw.chance(0.3),
    }),
  },
  peopleFromUkraine: {
    topics: ['german', 'family', 'money', 'work', 'arrival', 'health', 'safety'],
    facts: draw => ({
      ...onGrundsicherung(draw, draw.between(1, 48)),
      residence: 'temporaryProtection',
      residenceBasis: draw.one('protection', 'fiction'),
      arrivalDate: draw.monthsAgo(1, 56),
      titleSince: draw.monthsAgo(0, 54),
      livesInReceptionCentre: false,
      gender: draw.one('female', 'female', 'male'),
      germanLevel: draw.one('none', 'A1', 'A2', 'B1'),
      ...(draw.chance(0.6) && { childrenAges: draw.ages(draw.between(1, 2), 0, 17) }),
      ...(draw.chance(0.3) && { singleParent: true, partner: 'abroad', receivesMaintenance: false }),
      foreignQualification: draw.one('none', 'vocational', 'degree', 'nursing'),
    }),
  },
  tolerated: {
    topics: ['legal', 'work', 'training', 'german', 'health', 'arrival', 'discrimination', 'safety'],
    facts: draw => ({
      ...onAsylumBenefits(draw),
      age: draw.between(18, 50),
      residence: 'toleration',
      arrivalDate: draw.monthsAgo(12, 110),
      titleSince: draw.monthsAgo(6, 90),
      germanLevel: draw.one('A1', 'A2', 'B1'),
      needsLegalHelp: draw.chance(0.6),
      ...(draw.chance(0.3) && {
        employment: 'employed',
        earnings: 'above900',
        insuredMonths: 24,
        benefitsReceived: [],
        healthInsurance: true,
        lowIncome: false,
      }),
    }),
  },
  undocumented: {
    topics: ['health', 'legal', 'arrival', 'housing', 'safety', 'discrimination'],
    facts: draw => ({
      residence: 'undocumented',
      arrivalDate: draw.monthsAgo(3, 80),
      livesInReceptionCentre: false,
      germanLevel: draw.one('none', 'A1', 'A2'),
      employment: draw.one('unemployed', 'familyCare'),
      unemployedMonths: draw.between(1, 30),
      insuredMonths: 0,
      earnings: 'none',
      lowIncome: true,
      healthInsurance: false,
      housing: draw.one('withOthers', 'homeless'),
      ...(draw.chance(0.3) && { gender: 'female', pregnant: true }),
      childrenAges: draw.chance(0.3) ? draw.ages(1, 0, 9) : [],
    }),
  },
  singleParents: {
    topics: ['family', 'money', 'legal', 'work', 'housing', 'safety'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'eu', 'settlementPermit'),
      arrivalDate: draw.monthsAgo(70, 200),
      titleSince: draw.monthsAgo(60, 120),
      gender: draw.one('female', 'female', 'female', 'male'),
      childrenAges: draw.ages(draw.between(1, 3), 0, 16),
      singleParent: true,
      partner: draw.one('none', 'separated'),
      receivesMaintenance: draw.chance(0.35),
      ...(draw.chance(0.5)
        ? onGrundsicherung(draw, draw.between(2, 40))
        : { lowIncome: draw.chance(0.4), earnings: draw.one('from600to900', 'above900') }),
    }),
  },
  returners: {
    topics: ['work', 'family', 'training', 'money', 'disability'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'eu', 'settlementPermit'),
      arrivalDate: draw.monthsAgo(60, 160),
      titleSince: draw.monthsAgo(30, 90),
      gender: draw.one('female', 'female', 'female', 'male'),
      age: draw.between(28, 50),
      employment: 'familyCare',
      returningToWork: true,
      insuredMonths: draw.between(0, 11),
      earnings: draw.one('none', 'above900'),
      childrenAges: draw.ages(draw.between(1, 3), 1, 14),
      partner: 'livesTogether',
    }),
  },
  longTermUnemployed: {
    topics: ['work', 'money', 'health', 'training', 'housing', 'disability'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'german', 'eu', 'settlementPermit'),
      arrivalDate: draw.monthsAgo(70, 250),
      titleSince: draw.monthsAgo(60, 120),
      ...onGrundsicherung(draw, draw.between(13, 90)),
      age: draw.between(28, 62),
      inDebt: draw.chance(0.4),
      mentalDistress: draw.chance(0.35),
      addiction: draw.chance(0.2),
    }),
  },
  youngWithoutCertificate: {
    topics: ['training', 'work', 'german', 'money'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'recognisedRefugee', 'residencePermit'),
      residenceBasis: draw.one('asylum', 'family'),
      arrivalDate: draw.monthsAgo(20, 90),
      titleSince: draw.monthsAgo(12, 60),
      germanLevel: draw.one('B1', 'C1', 'C1'),
      age: draw.between(16, 24),
      schoolQualification: draw.one('none', 'none', 'lower'),
      employment: draw.one('unemployed', 'unemployed', 'pupil'),
      unemployedMonths: draw.between(1, 14),
      insuredMonths: 0,
      occupationGoal: draw.one('undecided', 'other', 'nursing', 'childcareWorker'),
      benefitsReceived: draw.chance(0.5) ? ['sgb2'] : [],
      lowIncome: draw.chance(0.6),
      earnings: 'none',
      housing: 'withOthers',
      partner: 'none',
    }),
  },
  peopleWithDisabilities: {
    topics: ['disability', 'work', 'health', 'money', 'discrimination'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'german', 'eu', 'recognisedRefugee'),
      residenceBasis: 'protection',
      arrivalDate: draw.monthsAgo(30, 250),
      titleSince: draw.monthsAgo(24, 80),
      disabilityDegree: draw.one(30, 50, 60, 80, 100),
      careNeed: draw.chance(0.4),
      age: draw.between(20, 64),
      ...(draw.chance(0.5)
        ? onGrundsicherung(draw, draw.between(5, 60))
        : { employment: draw.one('employed', 'unableToWork') }),
    }),
  },
  womenAffectedByViolence: {
    topics: ['safety', 'housing', 'legal', 'health', 'arrival'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'residencePermit', 'recognisedRefugee', 'eu'),
      residenceBasis: 'family',
      arrivalDate: draw.monthsAgo(12, 120),
      titleSince: draw.monthsAgo(6, 60),
      germanLevel: draw.one('A2', 'B1', 'C1', 'C1'),
      gender: 'female',
      affectedByViolence: true,
      age: draw.between(19, 55),
      partner: draw.one('livesTogether', 'separated'),
      childrenAges: draw.chance(0.6) ? draw.ages(draw.between(1, 3), 0, 15) : [],
      mentalDistress: draw.chance(0.6),
      needsLegalHelp: draw.chance(0.6),
      housing: draw.one('rent', 'withOthers', 'shared'),
      lowIncome: draw.chance(0.5),
    }),
  },
  skilledWorkersFromAbroad: {
    topics: ['work', 'german', 'arrival', 'training', 'discrimination'],
    facts: draw => ({
      residence: draw.one('residencePermit', 'residencePermit', 'eu'),
      residenceBasis: draw.one('work', 'jobSearch', 'training'),
      arrivalDate: draw.monthsAgo(1, 40),
      titleSince: draw.monthsAgo(0, 38),
      germanLevel: draw.one('A2', 'B1', 'B2'),
      age: draw.between(23, 45),
      foreignQualification: draw.one('nursing', 'nursing', 'otherHealth', 'vocational', 'degree'),
      occupationGoal: draw.one('nursing', 'healthProfession', 'other'),
      insuredMonths: draw.between(1, 30),
    }),
  },
  familiesWithSmallChildren: {
    topics: ['family', 'money', 'health', 'housing', 'german', 'disability', 'safety'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'eu', 'residencePermit'),
      residenceBasis: 'family',
      arrivalDate: draw.monthsAgo(10, 120),
      titleSince: draw.monthsAgo(8, 60),
      age: draw.between(22, 44),
      germanLevel: draw.one('A2', 'B1', 'C1', 'C1'),
      partner: 'livesTogether',
      childrenAges: draw.ages(draw.between(1, 3), 0, 6),
      pregnant: draw.chance(0.25),
      gender: 'female',
      childWithDisability: draw.chance(0.1),
      employment: draw.one('employed', 'familyCare', 'minijob'),
      earnings: draw.one('from600to900', 'above900', 'above900'),
      lowIncome: draw.chance(0.35),
      insuredMonths: draw.one(0, 12, 30),
    }),
  },
  peopleFromTheEu: {
    topics: ['arrival', 'discrimination', 'work', 'german', 'money', 'health'],
    facts: draw => ({
      residence: 'eu',
      arrivalDate: draw.monthsAgo(1, 60),
      germanLevel: draw.one('none', 'A1', 'A2', 'B1'),
      employment: draw.one('employed', 'employed', 'unemployed', 'minijob'),
      unemployedMonths: draw.between(0, 8),
      insuredMonths: draw.between(0, 30),
      earnings: draw.one('from600to900', 'above900'),
      lowIncome: draw.chance(0.3),
      childrenAges: draw.chance(0.4) ? draw.ages(draw.between(1, 2), 0, 16) : [],
      affectedByDiscrimination: draw.chance(0.4),
    }),
  },
  olderPeople: {
    topics: ['money', 'health', 'disability', 'housing', 'discrimination'],
    facts: draw => ({
      residence: draw.one('german', 'german', 'settlementPermit'),
      arrivalDate: draw.monthsAgo(300, 500),
      titleSince: draw.monthsAgo(200, 290),
      age: draw.between(66, 86),
      employment: 'retired',
      insuredMonths: 0,
      occupationGoal: 'other',
      careNeed: draw.chance(0.4),
      disabilityDegree: draw.one(0, 0, 50, 70),
      lowIncome: draw.chance(0.5),
      earnings: 'none',
      partner: draw.one('none', 'widowed', 'livesTogether'),
    }),
  },
} as const satisfies { readonly [name: string]: Group }

export type GroupName = keyof typeof groups

/** What does not apply to somebody has no value: nobody could answer it. */
function applicable(facts: Facts): Facts {
  const isForeign = facts.residence !== 'german' && facts.residence !== 'eu'
  const { residenceBasis, titleSince, arrivalDate, livesInReceptionCentre, ...always } = facts
  return {
    ...always,
    ...(facts.gender === 'male' && { pregnant: false }),
    ...(isForeign && { residenceBasis, titleSince }),
    ...(facts.residence !== 'german' && {
      arrivalDate,
      livesInReceptionCentre: livesInReceptionCentre ?? false,
    }),
  }
}

/** Who comes about something has it: nobody asks for protection whom nothing happened to. */
const concern = (draw: Draw, topics: readonly Topic[]): Facts => ({
  ...(topics.includes('safety') && { affectedByViolence: true }),
  ...(topics.includes('discrimination') && { affectedByDiscrimination: draw.chance(0.9) }),
  ...(topics.includes('legal') && { needsLegalHelp: draw.chance(0.5) }),
})

/**
 * So many people of every group, the same in every run. Every third one chose three or four topics; the others came
 * about one, and each of the twelve topics is chosen about equally often: which ones real people choose is not known.
 */
export function realisticPeople(perGroup: number, seed = 2026): readonly RealisticPerson[] {
  const draw = new Draw(seed)
  const names = Object.keys(groups) as GroupName[]
  const chosen = new Map<Topic, number>()
  const rarest = (topics: readonly [Topic, ...Topic[]]): Topic => {
    const least = Math.min(...topics.map(topic => chosen.get(topic) ?? 0))
    const [first = topics[0]] = draw.some(
      topics.filter(topic => (chosen.get(topic) ?? 0) === least),
      1,
    )
    chosen.set(first, least + 1)
    return first
  }
  return Array.from({ length: perGroup }).flatMap((_, round) =>
    names.map((group, index): RealisticPerson => {
      const { topics: likely, facts }: Group = groups[group]
      const hasSeveral = (round + index) % 3 === 2
      const topics = hasSeveral ? draw.some(likely, draw.between(3, 4)) : [rarest(likely)]
      const own = { ...usual(draw), ...facts(draw), ...concern(draw, topics) }
      return { group, topics, facts: applicable(own) }
    }),
  )
}
