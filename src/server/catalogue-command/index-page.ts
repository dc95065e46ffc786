import type { RuledOffer } from '../../catalogue/offer.ts'
import { topics } from '../../facts/topics.ts'
import { ruleAsSentence, ruleInWords } from '../../render/rule.ts'
import type { Content } from '../content.ts'

/** `docs/catalogue.md`: every offer, whom it is for in one sentence made from its rule, its source and the date. */
export function indexPage(content: Content): string {
  const speech = content.speeches.of('de')
  const { offers } = content.world
  const parts = topics.flatMap(topic => {
    const own = offers.filter(offer => offer.topics[0] === topic)
    return [
      `## ${speech.text(`questions:topics.options.${topic}`)}`,
      '',
      ...own.flatMap(offer => entry(content, offer)),
    ]
  })
  return [
    '# Verzeichnis der Angebote',
    '',
    `${offers.length} Angebote, geordnet nach ihrem ersten Thema. Die Seite entsteht aus \`catalogue/\` mit`,
    '`npm run catalogue -- index`; wer etwas ändern will, ändert das Angebot. Was hier steht, ist eine Information',
    'und keine Entscheidung.',
    '',
    ...parts,
  ].join('\n')
}

const bold = (word: string): string => `**${word}**`

function entry({ speeches, places }: Content, offer: RuledOffer): readonly string[] {
  const speech = speeches.of('de')
  const sentence = ruleAsSentence(speech, ruleInWords(speech, offer.rule.root, offer, places.name), bold)
  const status = offer.status === 'active' ? '' : ` · **${offer.status}**`
  const successor = offer.successor === undefined ? '' : ` → ${offer.successor}`
  const [first] = offer.sources
  const latest = offer.sources.map(({ checked }) => checked).sort()
  return [
    `### ${offer.titleDe}`,
    '',
    `\`${offer.id}\` · ${offer.provider} · ${offer.claim}${status}${successor}`,
    '',
    `Für wen: ${sentence}.`,
    '',
    `Quelle: [${first?.title ?? ''}](${first?.url ?? ''})${offer.sources.length > 1 ? ` und ${offer.sources.length - 1} weitere` : ''}, geprüft am ${latest[0] ?? ''}${latest.at(-1) === latest[0] ? '' : ` bis ${latest.at(-1) ?? ''}`}`,
    '',
  ]
}
