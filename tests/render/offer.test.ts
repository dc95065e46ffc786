import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildOffers } from '../../src/catalogue/build.ts'
import type { Contact, RuledOffer } from '../../src/catalogue/offer.ts'
import { createResponsibleFinder } from '../../src/catalogue/responsible.ts'
import { compileRisks } from '../../src/catalogue/risks.ts'
import { day } from '../../src/facts/day.ts'
import type { Facts } from '../../src/facts/schema.ts'
import { briefOffer, contactsFor, type PlaceNames, wholeOffer } from '../../src/render/offer.ts'
import { evaluate } from '../../src/rules/evaluate.ts'
import { loadContent } from '../../src/server/content.ts'
import { smallOffer, smallTerms } from '../support/small-catalogue.ts'

const { world, speeches, places: realPlaces } = loadContent('.')
const today = day('2026-11-21')
const german = speeches.of('de')

/** The small offer without its term, for which no real language has a sentence. */
const withoutTerm = { ...smallOffer, text: smallOffer.text.replace(/.*\bterm: .*\n/, '') }
const [built] = buildOffers(smallTerms, [withoutTerm]).offers
if (!built) throw new Error('the small offer is at fault')
const small: RuledOffer = built

const read = { source: 'https://www.example.org', checked: '2026-11-21', state: 'read' as const }

const places: PlaceNames = {
  name: ags => `place ${ags}`,
  website: kreis => (kreis === '06999' ? undefined : `https://www.kreis-${kreis}.example`),
  responsible: createResponsibleFinder(
    [
      {
        ...read,
        kind: 'jobcenter',
        name: 'Jobcenter Eins',
        area: ['06412'],
        url: 'https://jobcenter.example',
      },
      { ...read, kind: 'jugendamt', name: 'Jugendamt der Stadt', area: ['06531005'], phone: '+49641123' },
      { ...read, kind: 'gesundheitsamt', name: 'Gesundheitsamt', area: ['06531005'] },
      {
        ...read,
        kind: 'schulamt',
        name: 'Schulamt',
        area: ['06531'],
        url: 'https://x.example',
        state: 'unconfirmed',
      },
      { ...read, kind: 'jugendamt', name: 'Jugendamt des Kreises', area: ['06531'] },
      { ...read, kind: 'familienkasse', name: 'Familienkasse Hessen', area: ['06'] },
    ],
    ags => `place ${ags}`,
  ),
}

const contact = (value: string): Contact => ({ kind: 'address', value, source: 'law-1' })
const contacts = (prefix: string) =>
  fc
    .integer({ min: 0, max: 3 })
    .map(count => Array.from({ length: count }, (_, index) => contact(`${prefix} ${index}`)))

describe('the ways to reach somebody', () => {
  const homes = fc.constantFrom<Facts>(
    {},
    { kreis: '06411' },
    { kreis: '06412', gemeinde: '06412000' },
    { kreis: '06531', gemeinde: '06531005' },
    { kreis: '06999' },
  )
  const offers = fc
    .record({
      general: contacts('general'),
      regional: fc.record(
        {
          '06411': contacts('06411'),
          '06412': contacts('06412'),
          '06412000': contacts('06412000'),
          '06531005': contacts('06531005'),
        },
        { requiredKeys: [] },
      ),
      area: fc.constantFrom<RuledOffer['area']>('kreis', 'hesse', ['06412']),
    })
    .map(({ general, regional, area }): RuledOffer => ({ ...small, contacts: general, regional, area }))

  it('are those of the own municipality first, then those of the own Kreis, its office, and those for everybody', () => {
    fc.assert(
      fc.property(offers, homes, (offer, facts) => {
        const of = (ags: string | undefined) =>
          ags === undefined ? [] : (offer.regional[ags] ?? []).map(({ value }) => value)
        const website =
          facts.kreis !== undefined && offer.area === 'kreis' ? places.website(facts.kreis) : undefined
        expect(contactsFor(offer, facts, places).map(({ value }) => value)).toEqual([
          ...of(facts.gemeinde),
          ...of(facts.kreis),
          ...(website === undefined ? [] : [website]),
          ...offer.contacts.map(({ value }) => value),
        ])
      }),
    )
  })

  it('are never those of another municipality or Kreis', () => {
    fc.assert(
      fc.property(offers, homes, (offer, facts) => {
        const foreign = Object.keys(offer.regional).filter(
          ags => ags !== facts.kreis && ags !== facts.gemeinde,
        )
        for (const { value } of contactsFor(offer, facts, places)) {
          expect(foreign.filter(ags => value.startsWith(`${ags} `))).toEqual([])
        }
      }),
    )
  })

  it('hold the website of the Kreis under its name where the Kreis is responsible and the person said where they live', () => {
    const office = { kind: 'url', value: 'https://www.kreis-06412.example', label: 'place 06412' }
    expect(contactsFor({ ...small, regional: {} }, { kreis: '06412' }, places)[0]).toEqual(office)
    expect(contactsFor({ ...small, regional: {} }, {}, places)).not.toContainEqual(office)
    expect(
      contactsFor({ ...small, regional: {}, area: 'hesse' }, { kreis: '06412' }, places),
    ).not.toContainEqual(office)
  })

  const ways = (office: NonNullable<RuledOffer['office']>, facts: Facts, contacts: readonly Contact[] = []) =>
    contactsFor({ ...small, regional: {}, contacts, office }, facts, places)

  it('are those of the responsible office, that of the municipality before that of the Kreis', () => {
    expect(ways('jobcenter', { kreis: '06412' })).toEqual([
      { kind: 'url', value: 'https://jobcenter.example', label: 'Jobcenter Eins' },
    ])
    expect(ways('jugendamt', { kreis: '06531', gemeinde: '06531005' })).toEqual([
      { kind: 'phone', value: '+49641123', label: '0641123' },
    ])
    expect(ways('jobcenter', {})).toEqual([])
  })

  it('are the website of whoever runs the office, under that one\u2019s name, where it has no way of its own', () => {
    const site = (ags: string) => ({
      kind: 'url',
      value: `https://www.kreis-${ags}.example`,
      label: `place ${ags}`,
    })
    expect(ways('jugendamt', { kreis: '06531' })).toEqual([site('06531')])
    expect(ways('sozialamt', { kreis: '06531' })).toEqual([site('06531')])
    expect(ways('gesundheitsamt', { kreis: '06531', gemeinde: '06531005' })).toEqual([site('06531005')])
    expect(ways('gemeinde', { kreis: '06531', gemeinde: '06531011' })).toEqual([site('06531011')])
    expect(ways('sozialamt', { kreis: '06999' })).toEqual([])
  })

  it('never are the website of a Kreis for an office of the state or the federation', () => {
    expect(ways('schulamt', { kreis: '06531' })).toEqual([])
    expect(ways('arbeitsagentur', { kreis: '06412', gemeinde: '06412000' })).toEqual([])
  })

  it('are there once, under the label that a person wrote', () => {
    const written: Contact = { kind: 'phone', value: '+49641123', label: '0641 123', source: 'law-1' }
    expect(ways('jugendamt', { kreis: '06531', gemeinde: '06531005' }, [written])).toEqual([
      { kind: 'phone', value: '+49641123', label: '0641 123' },
    ])
    for (const offer of world.offers) {
      const values = contactsFor(offer, { kreis: '06412', gemeinde: '06412000' }, realPlaces).map(
        ({ kind, value }) => `${kind} ${value}`,
      )
      expect([offer.id, new Set(values).size]).toEqual([offer.id, values.length])
    }
  })

  it('are called by their label, a web address by its host, and everything else by itself', () => {
    const written: readonly Contact[] = [
      { kind: 'url', value: 'https://www.example.org/hilfe?a=1', source: 'law-1' },
      { kind: 'url', value: 'https://hilfe.www.example.org/', source: 'law-1' },
      { kind: 'url', value: 'https://www.example.org', label: 'Hilfe', source: 'law-1' },
      { kind: 'phone', value: '+4969123', label: '069 123', source: 'law-1' },
      { kind: 'phone', value: '115', source: 'law-1' },
      { kind: 'email', value: 'amt@example.org', source: 'law-1' },
    ]
    const labels = contactsFor({ ...small, regional: {}, contacts: written }, {}, places).map(
      ({ label }) => label,
    )
    expect(labels).toEqual([
      'example.org',
      'hilfe.www.example.org',
      'Hilfe',
      '069 123',
      '115',
      'amt@example.org',
    ])
  })
})

describe('an offer in words', () => {
  const real = fc.constantFrom(...world.offers)
  const speech = fc.constantFrom(...speeches.languages)
  const whole = (offer: RuledOffer, facts: Facts = {}, language = german) =>
    wholeOffer(language, offer, evaluate(offer.rule, facts, today), facts, realPlaces, today)

  it('has its texts in the language of the person, and its German name beside them', () => {
    fc.assert(
      fc.property(real, speech, (offer, language) => {
        const text = (name: string) => language.text(`offers:${offer.id}.${name}`)
        const said = { title: text('title'), titleDe: offer.titleDe }
        expect(whole(offer, {}, language)).toMatchObject({
          ...said,
          summary: text('summary'),
          nextStep: text('nextStep'),
        })
        expect(briefOffer(language, { offer, verdict: evaluate(offer.rule, {}, today) })).toMatchObject(said)
      }),
    )
  })

  it('says that nobody has reviewed its translation', () => {
    for (const language of speeches.languages) {
      for (const offer of world.offers.slice(0, 3))
        expect(whole(offer, {}, language).translation).toBe(language.lang === 'de' ? 'original' : 'draft')
    }
  })

  it('has no verdict where nothing is known of a person', () => {
    for (const offer of world.offers) {
      const said = wholeOffer(german, offer, undefined, {}, realPlaces, today)
      expect(['verdict', 'reasons', 'missing', 'openBecause'].filter(field => field in said)).toEqual([])
      expect(said.claim).toBe(offer.claim)
    }
  })

  it('has the verdict with its claim, and says what is missing only while it is open', () => {
    fc.assert(
      fc.property(
        real,
        fc.constantFrom<Facts>({}, { residence: 'german', age: 30 }, { childrenAges: [], pregnant: false }),
        (offer, facts) => {
          const verdict = evaluate(offer.rule, facts, today)
          const said = whole(offer, facts)
          const brief = briefOffer(german, { offer, verdict })
          expect([said.verdict, said.claim, brief.verdict, brief.claim]).toEqual([
            verdict.verdict,
            verdict.claim,
            verdict.verdict,
            verdict.claim,
          ])
          const open =
            verdict.verdict === 'undetermined' ? verdict : { openBecause: undefined, missing: undefined }
          expect([said.openBecause, said.missing, brief.openBecause]).toEqual([
            open.openBecause,
            open.missing,
            open.openBecause,
          ])
        },
      ),
    )
  })

  it('has the claim of the branch that holds, and not that of the whole offer', () => {
    const facts: Facts = {
      benefitsReceived: [],
      arrivalDate: '2026-11',
      titleSince: '2025-01',
      kreis: '06411',
    }
    const verdict = evaluate(small.rule, facts, today)
    expect([small.claim, verdict.claim]).toEqual(['entitlement', 'discretion'])
    const offer = { ...small, id: world.offers[0]?.id ?? '', notes: [], documents: [] }
    expect([whole(offer, facts).claim, briefOffer(german, { offer, verdict }).claim]).toEqual([
      'discretion',
      'discretion',
    ])
  })

  it('names with a reason the answer that it rests on, and none where there is none', () => {
    const offer = { ...small, id: world.offers[0]?.id ?? '', notes: [], documents: [] }
    const { reasons = [] } = whole(offer, { age: 30, childrenAges: [0, 4], kreis: '06412', residence: 'eu' })
    const answers = reasons.map(({ text, answer }) => [text, answer])
    expect(answers).toContainEqual([
      expect.stringContaining('18'),
      `${german.text('questions:age.short')}: 30`,
    ])
    expect(answers).toContainEqual([
      expect.stringContaining('Kind'),
      `${german.text('questions:childrenAges.short')}: ${german.text('answer.baby')} · ${german.text('answer.years', { count: 4 })}`,
    ])
    expect(answers).toContainEqual([expect.stringContaining('schwanger'), undefined])
  })

  it('says with a reason that fails what is so instead, and with no other', () => {
    const offer = { ...small, id: world.offers[0]?.id ?? '', notes: [], documents: [] }
    const { reasons = [] } = whole(offer, { age: 17, childrenAges: [4] })
    expect(
      reasons.map(({ outcome, instead }) => (outcome === 'failed') === (instead !== undefined)),
    ).not.toContain(false)
    expect(reasons.find(({ outcome }) => outcome === 'failed')?.instead).toContain('jünger als 18')
  })

  it('has its notes only on the days on which they hold', () => {
    const offer = world.offers.find(({ notes }) => notes.length > 0)
    const [note] = offer?.notes ?? []
    if (!offer || !note) throw new Error('no offer has a note any more')
    const onDay = (iso: string) =>
      wholeOffer(
        german,
        { ...offer, notes: [{ ...note, from: '2026-01-01', until: '2026-12-31' }] },
        undefined,
        {},
        realPlaces,
        day(iso),
      ).notes
    const text = german.text(`offers:${offer.id}.notes.${note.id}`)
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(onDay)).toEqual([
      undefined,
      [text],
      [text],
      undefined,
    ])
  })

  it('marks a source that could not be read, and no other', () => {
    const sources = small.sources.map((source, index) => ({
      ...source,
      state: index === 0 ? ('unconfirmed' as const) : ('read' as const),
    }))
    const offer = { ...small, id: world.offers[0]?.id ?? '', notes: [], sources }
    expect(whole(offer).sources.map(source => source.unconfirmed)).toEqual([true, undefined])
  })

  it('leaves out documents, notes and a successor where there are none', () => {
    const bare = { ...small, id: world.offers[0]?.id ?? '', notes: [], documents: [] }
    expect(['documents', 'notes', 'successor'].filter(field => field in whole(bare))).toEqual([])
    expect(whole({ ...bare, documents: ['identity'], successor: 'kindergeld' })).toMatchObject({
      documents: [german.text('documents:identity')],
      successor: 'kindergeld',
    })
  })

  it('names the office that is responsible where the person lives, in German', () => {
    const named = (office: NonNullable<RuledOffer['office']>, facts: Facts, language = german) =>
      wholeOffer(language, { ...small, ...bare, office }, undefined, facts, places, today).responsible
    expect(named('jobcenter', { kreis: '06412' })).toEqual({ name: 'Jobcenter Eins' })
    expect(named('jobcenter', { kreis: '06411' })).toEqual({ name: 'Jobcenter · place 06411' })
    expect(named('jobcenter', { kreis: '06411' }, speeches.of('uk'))).toEqual({
      name: 'Jobcenter · place 06411',
    })
    expect(named('schulamt', { kreis: '06531' })).toEqual({ name: 'Schulamt', unconfirmed: true })
    expect(named('familienkasse', {})).toEqual({ name: 'Familienkasse Hessen' })
    expect(named('jobcenter', {})).toBeUndefined()
    expect('responsible' in whole({ ...small, ...bare })).toBe(false)
  })

  it('names the Kreis that runs an office, and the municipality only for its own', () => {
    const named = (office: NonNullable<RuledOffer['office']>) =>
      wholeOffer(
        german,
        { ...small, ...bare, office },
        undefined,
        { kreis: '06532', gemeinde: '06532011' },
        places,
        today,
      ).responsible?.name
    expect(named('jugendamt')).toBe('Jugendamt · place 06532')
    expect(named('gemeinde')).toBe('Stadt- oder Gemeindeverwaltung · place 06532011')
  })

  it('says what a claim means for residence only to those whom it may concern', () => {
    const riskNotes = [
      ...compileRisks({
        reportDuty: { tone: 'care', for: { fact: 'residence', is: 'undocumented' }, source },
        notPublicFunds: { tone: 'fine', for: { not: { fact: 'residence', is: 'german' } }, source },
      }).values(),
    ]
    const texts = (facts: Facts) =>
      wholeOffer(german, { ...small, ...bare, riskNotes }, undefined, facts, places, today).risks?.map(
        ({ tone, text }) => [tone, text],
      )
    const [care, fine] = [
      ['care', german.text('risks:reportDuty')],
      ['fine', german.text('risks:notPublicFunds')],
    ]
    expect(texts({})).toEqual([care, fine])
    expect(texts({ residence: 'undocumented' })).toEqual([care, fine])
    expect(texts({ residence: 'eu' })).toEqual([fine])
    expect(texts({ residence: 'german' })).toBeUndefined()
  })
})

/** What the real languages have no texts for. */
const bare = { id: world.offers[0]?.id ?? '', notes: [], documents: [] }
const source = { title: 'Gesetz § 1', url: 'https://www.example.org/1', checked: '2026-11-21' }
