import { describe, expect, it } from 'vitest'
import { buildOffers } from '../../src/catalogue/build.ts'
import type { Catalogue } from '../../src/catalogue/read.ts'
import { compileRisks } from '../../src/catalogue/risks.ts'
import { staleParts } from '../../src/catalogue/stale.ts'
import { day } from '../../src/facts/day.ts'
import { smallOffer, smallTerms } from '../support/small-catalogue.ts'
import { smallRegions } from '../support/small-regions.ts'

const { offers, locate } = buildOffers(smallTerms, [smallOffer])
const read = { source: 'https://www.example.org', checked: '2026-11-21', state: 'read' as const }
const catalogue: Catalogue = {
  offers,
  locate,
  regions: smallRegions,
  kreise: { '06411': { website: 'https://www.darmstadt.example', ...read } },
  offices: [{ kind: 'jobcenter', name: 'Jobcenter', area: ['06411'], ...read, state: 'unconfirmed' }],
  risks: compileRisks({
    harm: {
      tone: 'care',
      for: { fact: 'pregnant', is: true },
      source: { title: 'Gesetz', url: 'https://www.example.org', checked: '2026-05-22' },
    },
  }),
  groups: {},
  dangerLines: { medical: [], suicide: [], child: [], violence: [], trafficking: [], homeless: [] },
}
const found = (today: string, months: number) =>
  staleParts(catalogue, day(today), months).map(({ where, what, because }) => `${where}: ${what}: ${because}`)

describe('what a person should read again', () => {
  it('is what was never confirmed', () => {
    expect(found('2026-11-21', 12)).toEqual(['offices.yaml: Jobcenter: unconfirmed'])
  })

  it('is what was read so many full months ago, the oldest first', () => {
    expect(found('2026-11-21', 6)).toEqual(['offices.yaml: Jobcenter: unconfirmed'])
    expect(found('2026-11-22', 6)).toEqual(['risks.yaml: harm: old', 'offices.yaml: Jobcenter: unconfirmed'])
    expect(found('2027-05-21', 6)).toEqual([
      'risks.yaml: harm: old',
      'kreise.yaml: 06411: old',
      'offices.yaml: Jobcenter: old',
      'offices.yaml: Jobcenter: unconfirmed',
      'small-help: Gesetz § 1: old',
      'small-help: Gesetz § 2: old',
    ])
  })

  it('is a condition that ends within so many months', () => {
    expect(found('2027-06-01', 6)).toContain('small-help: condition: ends')
    expect(found('2027-05-31', 6)).not.toContain('small-help: condition: ends')
  })

  it('is a note after its last day', () => {
    const [offer] = offers
    const notes = [{ id: 'old', source: 'law-1', until: '2026-10-31' }]
    const noted = { ...catalogue, offers: offer ? [{ ...offer, notes }] : [] }
    const because = (today: string) =>
      staleParts(noted, day(today), 1).find(({ what }) => what === 'note old')?.because
    expect([because('2026-08-31'), because('2026-10-31'), because('2026-11-01')]).toEqual([
      undefined,
      'ends',
      'ended',
    ])
  })

  it('is a condition after its last day', () => {
    expect(found('2027-12-31', 99)).not.toContain('small-help: condition: ended')
    expect(found('2028-01-01', 99)).toContain('small-help: condition: ended')
  })
})
