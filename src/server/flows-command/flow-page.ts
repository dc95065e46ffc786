import type { RuledOffer } from '../../catalogue/offer.ts'
import type { Flow } from '../../dialogue/flow.ts'
import type { FactName } from '../../facts/schema.ts'
import type { Topic } from '../../facts/topics.ts'
import type { Content } from '../content.ts'
import { arrowsOf, numberOf, stepsOfEverybody } from './arrows.ts'
import { statechart } from './statechart.ts'
import { conditionInWords, questionReason, questionText, topicName } from './words.ts'

/** The page of a topic, or of what is asked last: its flow as a picture, and below it the same as a list. */
export function flowPage(content: Content, flow: Flow, topic: Topic | 'last'): string {
  const title = topic === 'last' ? 'Zum Schluss' : topicName(content, topic)
  return [
    `# ${title}`,
    '',
    ...introduction(title, topic),
    '',
    '```mermaid',
    statechart(content, flow, `Fragen: ${title}`),
    '```',
    '',
    '## Als Liste',
    '',
    'Gestellt wird eine Frage auf diesem Weg nur, solange ihre Antwort noch etwas ändern kann.',
    '',
    ...Object.keys(flow.steps).flatMap(step => entry(content, flow, step, topic)),
    '',
    topic === 'last'
      ? 'Danach kommt das Ergebnis.'
      : 'Danach kommt das nächste gewählte Thema; zuletzt wird [der Wohnort](last.md) gefragt.',
    '',
    `Diese Seite entsteht aus \`flows/${topic}.ts\`, \`locales/de/\` und \`catalogue/\` mit \`npm run flows -- write\`.`,
    '',
  ].join('\n')
}

function introduction(title: string, topic: Topic | 'last'): readonly string[] {
  return [
    topic === 'last'
      ? 'Das wird zuletzt gefragt, welche Themen auch gewählt sind. „Sie“ ist die ratsuchende Person.'
      : `In dieser Reihenfolge kommen die Fragen beim Thema „${title}“. „Sie“ ist die ratsuchende Person.`,
    'Gelb mit dickem Rand sind Fragen nach besonders geschützten Angaben. Teilt sich der Weg, so gilt der erste, der',
    'nicht sicher ausgeschlossen ist: Wer eine Frage überspringt, geht weiter, als könnte es zutreffen.',
    '[Mehr dazu](README.md)',
  ]
}

function entry(content: Content, flow: Flow, step: string, topic: Topic | 'last'): readonly string[] {
  const ask = flow.steps[step]?.ask
  if (ask === undefined) return []
  const mark = content.world.sensitive.has(ask) ? ' · besonders geschützt' : ''
  const marker = `${numberOf(flow, step)}. `
  // What belongs to an entry stands below its first letter, however wide its number is.
  const indent = ' '.repeat(marker.length)
  return [
    `${marker}**${questionText(content, ask)}** \`${ask}\`${mark}`,
    `${indent}- Warum: ${questionReason(content, ask)}`,
    `${indent}- Wer kommt hierher: ${whoComes(content, flow, step)}`,
    `${indent}- ${offersInWords(content, ask, topic)}`,
  ]
}

const bold = (word: string): string => `**${word}**`

/** Who comes to a step: everybody, or whom one of its arrows brings. */
function whoComes(content: Content, flow: Flow, step: string): string {
  if (stepsOfEverybody(flow).has(step)) return 'alle'
  const ways = arrowsOf(flow)
    .filter(({ to }) => to === step)
    .map(({ from, when }) => {
      const after = `nach Frage ${numberOf(flow, from)}`
      switch (when.kind) {
        case 'always':
          return after
        case 'otherwise':
          return `${after}, wenn sonst nichts zutrifft`
        case 'if':
          return `${after}, wenn ${when.isFirst ? '' : 'sonst '}gilt: ${conditionInWords(content, when.condition, bold)}`
        default:
          return when satisfies never
      }
    })
  return ways.join('; oder ')
}

/** The offers whose rules read an answer: of a topic, or of all where the question comes last. */
function offersInWords({ world }: Content, fact: FactName, topic: Topic | 'last'): string {
  const offers = world.offers.filter(
    ({ status, topics }) => status !== 'ended' && (topic === 'last' || topics.includes(topic)),
  )
  const titles = offers.filter(offer => reads(offer, fact)).map(({ titleDe }) => titleDe)
  const decides = `Angebote, die davon abhängen (${titles.length}): ${titles.length > 0 ? titles.join(', ') : none(topic)}`
  if (fact !== 'kreis') return decides
  const local = offers.filter(({ isLocal }) => isLocal).length
  return `${decides}. Außerdem nennt der Wohnort bei ${local} Angeboten das zuständige Amt oder die Stelle am Ort.`
}

const none = (topic: Topic | 'last'): string =>
  topic === 'last' ? 'keines' : 'in diesem Thema keines; bei anderen gewählten Themen kann die Antwort zählen'

/** Whether a rule reads an answer; a place settles Kreis and municipality at once. */
const reads = ({ rule }: RuledOffer, fact: FactName): boolean =>
  rule.facts.includes(fact) || (fact === 'kreis' && rule.facts.includes('gemeinde'))
