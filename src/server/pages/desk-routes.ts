import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { factGroups } from '../../../flows/groups.ts'
import { deskOf } from '../../counsel/desk.ts'
import { answersOf, type Entries, entriesOf, readTakenDown } from '../../counsel/taken-down.ts'
import type { Conversation } from '../../dialogue/conversation.ts'
import { dayInHesse } from '../../facts/day.ts'
import { type FactName, type Facts, factsSchema, isFactName } from '../../facts/schema.ts'
import { topicSchema } from '../../facts/topics.ts'
import type { Speech } from '../../i18n/speech.ts'
import type { Assets } from '../assets.ts'
import type { Content } from '../content.ts'
import type { Talk } from '../talk.ts'
import { deskPage } from './desk-page.ts'
import { deskSheet } from './desk-sheet.ts'
import type { DeskView, DeskWishes } from './desk-view.ts'
import type { Printed } from './print-page.ts'

/** What the routes share with those of the other pages. */
interface Doors {
  readonly content: Content
  readonly talk: Talk
  readonly now: () => number
  readonly at: (request: FastifyRequest) => Assets
  /** The results of a conversation in its language and in German. */
  readonly printed: (conversation: Conversation) => Printed
  readonly spoken: (
    show: (speech: Speech, request: FastifyRequest, reply: FastifyReply) => unknown,
  ) => (request: FastifyRequest, reply: FastifyReply) => unknown
  readonly page: (reply: FastifyReply, body: string) => unknown
}

const text = (most: number) => z.preprocess(value => [value].flat().at(-1), z.string().max(most).catch(''))
/** What stands in the form beside the facts. What can't be read is as if it were not there. */
const wishesSchema = z.object({
  do: z.enum(['show', 'clear', 'hold', 'restore', 'release']).catch('show'),
  q: text(200),
  topic: topicSchema.optional().catch(undefined),
  claim: z.enum(['entitlement', 'discretion', 'open']).optional().catch(undefined),
  own: text(35),
  open: text(100),
  opened: text(100),
  held: text(8000),
  note: text(2000),
})
const bodySchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({})
const longestField = 200
const order: readonly FactName[] = factGroups.flatMap(({ facts }) => facts)

/** The counsellor's desk: nobody signs in, and nothing is stored; what is typed goes in bodies alone. */
export function deskRoutes(app: FastifyInstance, doors: Doors): void {
  const { content, talk, now, at, printed, spoken, page } = doors
  const { world, places } = content
  const { gazetteer } = world

  const read = (body: unknown, speech: Speech) => {
    const fields = bodySchema.parse(body ?? {})
    const sent = wishesSchema.parse(fields)
    const held = factsIn(sent.held)
    const written = entriesIn(fields)
    const entries =
      sent.do === 'clear' ? new Map() : sent.do === 'restore' && held ? entriesOf(held, gazetteer) : written
    const taken = readTakenDown(entries, gazetteer)
    const wishes: DeskWishes = {
      topic: sent.topic,
      claim: sent.claim,
      query: sent.q,
      own: world.language(sent.own) ?? speech.lang,
      opened: (sent.open || sent.opened).replace(/^-$/, '') || undefined,
      held:
        sent.do === 'hold' ? taken.facts : sent.do === 'release' || sent.do === 'clear' ? undefined : held,
      note: sent.note,
    }
    const conversation = { lang: wishes.own, answers: answersOf(taken.facts, order) }
    return { taken, wishes, conversation }
  }

  const show = (speech: Speech, request: FastifyRequest, reply: FastifyReply) => {
    const { taken, wishes, conversation } = read(request.body, speech)
    const today = dayInHesse(now())
    const asked = wishes.query.trim()
    const found =
      asked === ''
        ? undefined
        : new Set(content.search(asked, speech.lang).findings.hits.map(({ offer }) => offer))
    const choice = { topic: wishes.topic, claim: wishes.claim, found }
    const view: DeskView = {
      taken,
      wishes,
      desk: deskOf(world, taken.facts, choice, wishes.held, today),
      danger: asked === '' ? undefined : world.danger(asked),
      resume: talk.seal(conversation),
    }
    return page(reply, deskPage(content.speeches, at(request), speech, view, { world, places, today }))
  }

  app.get('/:lang/counsel/desk', spoken(show))
  app.post('/:lang/counsel/desk', spoken(show))
  app.post(
    '/:lang/counsel/desk/sheet',
    spoken((speech, request, reply) => {
      const { taken, wishes, conversation } = read(request.body, speech)
      const sheet = { taken, wishes, printed: printed(conversation), today: dayInHesse(now()) }
      return page(reply, deskSheet(content.speeches, at(request), speech, sheet))
    }),
  )
}

/** The fields of facts, by fact; strange ones are left out. */
function entriesIn(fields: { readonly [name: string]: string | readonly string[] }): Entries {
  const entries = new Map<FactName, readonly string[]>()
  for (const [name, values] of Object.entries(fields)) {
    const fact = name.startsWith('f.') ? name.slice(2) : ''
    if (!isFactName(fact) || fact === 'gemeinde') continue
    const written = [values]
      .flat()
      .slice(0, 30)
      .map(value => value.slice(0, longestField))
    if (written.some(value => value !== '')) entries.set(fact, written)
  }
  return entries
}

/** Facts that the page has kept; nothing where they were tampered with. */
function factsIn(json: string): Facts | undefined {
  if (json === '') return undefined
  try {
    return factsSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
