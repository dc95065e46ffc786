import type { SourceFile } from '../../src/catalogue/build.ts'

/** Terms of which one rests on another. */
export const smallTerms: SourceFile = {
  name: 'terms.yaml',
  text: `# Shared conditions.
citizen: { fact: residence, in: [german, eu] }
worker:
  any:
    - { fact: employment, is: employed }
    - { fact: employment, is: selfEmployed }
citizenAtWork: { all: [{ term: citizen }, { term: worker }] }
`,
}

/** An offer with something of everything that a file can hold, and without fault. */
export const smallOffer: SourceFile = {
  name: 'offers/small-help.yaml',
  text: `# A small offer.
id: small-help
titleDe: Kleine Hilfe
topics: [money, family]
level: bund
provider: Amt
area: kreis
status: active
cost: free
urgency: high
claim: entitlement
conditions:
  all:
    - { fact: age, number: { atLeast: 18, below: 67 }, source: law-1 }
    - { fact: childrenAges, some: { below: 18 }, source: law-1 }
    - { fact: pregnant, is: true, source: law-2, from: 2026-01-01, until: 2027-12-31 }
    - any:
        - { fact: benefitsReceived, hasAny: [sgb2, alg1] }
        - { not: { fact: arrivalDate, monthsAgo: { below: 12 } } }
        - { fact: titleSince, month: { before: 2022-06 } }
        - { fact: kreis, in: ["06412"] }
        - { open: office, claim: discretion }
      source: law-2
    - { term: citizen, source: law-2 }
documents: [identity]
contacts:
  - { kind: phone, value: "+496912345", source: law-1 }
  - { kind: url, value: "https://www.example.org/hilfe", label: Hilfe, source: law-1 }
regional:
  "06412": [{ kind: email, value: amt@example.org, source: law-2 }]
notes:
  - { id: newRule, source: law-2, from: 2026-01-01 }
sources:
  - { id: law-1, title: "Gesetz § 1", url: "https://www.example.org/1", checked: 2026-11-21 }
  - { id: law-2, title: "Gesetz § 2", url: "https://www.example.org/2", checked: 2026-11-21 }
examples:
  - { name: nothing known, facts: {}, verdict: undetermined, openBecause: [facts, office] }
  - { facts: { age: 17 }, verdict: ineligible, today: 2026-11-21 }
`,
}

/** The small offer under another id. */
export const another = (id: string): SourceFile => ({
  name: `offers/${id}.yaml`,
  text: smallOffer.text.replace('id: small-help', `id: ${id}`),
})

/** An offer for everyone, with nothing in its file that may be left away. */
export const bareOffer: SourceFile = {
  name: 'offers/bare.yaml',
  text: `id: bare
titleDe: Notruf
topics: [safety]
level: land
provider: Polizei
area: hesse
status: active
cost: free
urgency: danger
claim: open
conditions: { all: [], source: page }
sources: [{ id: page, title: Seite, url: "https://www.example.org", checked: 2026-11-21 }]
examples: [{ facts: {}, verdict: eligible }]
`,
}
