import { type Answer, type Conversation, chosenTopics } from '../dialogue/conversation.ts'
import { type AnswerValue, type QuestionId, questionForm } from '../dialogue/question.ts'
import { offeredTopics } from '../dialogue/replay.ts'
import { type Change, withAnswer } from './change.ts'
import { type Event, maxText } from './event.ts'
import { isAboutLife } from './in-danger.ts'
import { readPlace } from './read-answer.ts'
import type { Standing } from './standing.ts'
import type { Say } from './turn.ts'
import type { Extent } from './view.ts'
import type { World } from './world.ts'

/** More words than an answer has: the text may tell more than was asked. */
const longAnswer = 6

/** Free text: danger first, then what it says; and the way to the language that it is written in. */
export function listen(
  world: World,
  here: Standing,
  event: Pick<Extract<Event, { type: 'say' }>, 'text' | 'question'>,
): Change {
  const change = heed(world, here, event)
  const spoken = world.guess(readable(event.text))
  const { lang } = here.conversation
  // Plain German is read by who writes German.
  if (spoken === undefined || spoken === lang || lang.startsWith(`${spoken}-`)) return change
  return { ...change, say: [...(change.say ?? []), { kind: 'language', lang: spoken }] }
}

/** Free text: danger first, then as an answer to the question or as a situation that is told, else as a search. */
function heed(
  world: World,
  here: Standing,
  event: Pick<Extract<Event, { type: 'say' }>, 'text' | 'question'>,
): Change {
  const { conversation, open } = here
  const text = readable(event.text)
  const danger = world.danger(text)
  const urgent = danger ? { danger } : {}
  // Where a life is in danger nothing stands beside the help.
  const search = () => (danger && isAboutLife(danger) ? [] : world.search(text, conversation.lang))
  const say: Say[] = danger ? [{ kind: 'urgent', danger: danger.kind }] : []
  const revised = conversation.answers.find(({ question }) => question === event.question)?.question
  const asked = revised ?? open[0]
  const heard = asked && hear(world, conversation, asked, text)
  const isAnswer = heard !== undefined && heard.conversation !== conversation
  const mayTell = !isAnswer || asked === 'topics' || text.trim().split(/\s+/).length > longAnswer
  const told = mayTell
    ? tell(world, isAnswer ? heard.conversation : conversation, asked, {
        text,
        isViolent: danger?.kind === 'violence',
      })
    : undefined
  // What was told is surer than an answer that could be several things.
  const changes = told ? [...(isAnswer ? [heard] : []), told] : heard ? [heard] : []
  const last = changes.at(-1)
  if (last) {
    const said = changes.flatMap(change => change.say ?? [])
    // Of what lies outside the chosen topics no question would tell: the offers that the text looks for do.
    const found = told?.leadsElsewhere ? search() : []
    if (found.length > 0) {
      const looked: Say = { kind: 'search', count: found.length }
      return { ...last, extent: { kind: 'found', ids: found, ...urgent }, say: [...say, ...said, looked] }
    }
    // What could be several things is chosen at the question that it was said to.
    const extent: Extent =
      revised !== undefined && last.conversation === conversation
        ? { kind: 'revise', question: revised, ...urgent }
        : { kind: 'all', since: here, ...urgent }
    return { ...last, extent, say: [...say, ...said] }
  }
  const found = search()
  if (found.length > 0) say.push({ kind: 'search', count: found.length })
  else if (!danger) say.push({ kind: 'notUnderstood' })
  return { conversation, extent: { kind: 'found', ids: found, ...urgent }, say }
}

/** A text as far as it is read: some letters stand for a whole sentence and unfold when they are compared. */
function readable(text: string): string {
  const unfolded = text.normalize('NFKC')
  return unfolded.length > maxText ? unfolded.slice(0, maxText) : text
}

/** Keeps what a text clearly tells of the situation; nothing that was answered is touched. */
function tell(
  world: World,
  conversation: Conversation,
  asked: QuestionId | undefined,
  { text, isViolent }: { readonly text: string; readonly isViolent: boolean },
): (Unshown & { readonly leadsElsewhere: boolean }) | undefined {
  const situation = world.situation(text, conversation.lang)
  // Violence is believed where it is heard as danger: nobody is hurt who is beaten at chess.
  const isBelieved = isViolent || !situation.answers.some(isOfViolence)
  const topics = isBelieved ? situation.topics : situation.topics.filter(topic => topic !== 'safety')
  const answers = isBelieved ? situation.answers : situation.answers.filter(told => !isOfViolence(told))
  const offered = offeredTopics(world.flows)
  const chosen = offered.filter(topic => topics.includes(topic))
  // What the person did not know can be told later; what they would not say is left alone.
  const answered = new Set(
    conversation.answers.flatMap(({ question, value, because }) =>
      value === null && because !== 'refused' ? [] : question,
    ),
  )
  const facts = answers.map(
    ({ question, value }): Told =>
      // The question that stands is answered, all others are answered ahead.
      question === asked ? { question, value } : { question, value, volunteered: true },
  )
  const told = [
    ...(chosen.length > 0 ? [{ question: 'topics', value: chosen } as const] : []),
    ...facts,
  ].filter(({ question }) => !answered.has(question))
  if (told.length === 0) return undefined
  const before = chosenTopics(conversation.answers, offered)
  return {
    conversation: told.reduce(withAnswer, conversation),
    leadsElsewhere: before.length > 0 && chosen.some(topic => !before.includes(topic)),
    say: told.map(({ question, value }) => ({ kind: 'understood', question, value, told: true })),
  }
}

const isOfViolence = ({ question, value }: { readonly question: QuestionId; readonly value: AnswerValue }) =>
  question === 'affectedByViolence' && value === true

/** What a text changes, before it is clear what to show of it. */
type Unshown = Omit<Change, 'extent'>

/** An answer that was read out of what somebody told. */
type Told = Answer & { readonly value: AnswerValue }

function hear(
  world: World,
  conversation: Conversation,
  asked: QuestionId,
  text: string,
): Unshown | undefined {
  const form = questionForm(asked, offeredTopics(world.flows))
  const meant = world.understand(text, asked, form, conversation.lang)
  if (asked === 'kreis' && meant.kind !== 'skip') {
    const read = readPlace(world, text)
    if (read.kind === 'places') {
      return { conversation, places: read.places, say: [{ kind: 'info', key: 'choosePlace' }] }
    }
    return read.kind === 'answer' ? understood(conversation, read.answer) : undefined
  }
  switch (meant.kind) {
    case 'answer':
      return understood(conversation, { question: asked, value: meant.value })
    case 'skip':
      return {
        conversation: withAnswer(conversation, { question: asked, value: null, because: meant.because }),
      }
    case 'unsure':
      return { conversation, say: [{ kind: 'unsure', question: asked }] }
    case 'nothing':
      return undefined
    default:
      return meant satisfies never
  }
}

function understood(conversation: Conversation, answer: Answer): Unshown {
  const say: Say[] =
    answer.value === null ? [] : [{ kind: 'understood', question: answer.question, value: answer.value }]
  return { conversation: withAnswer(conversation, answer), say }
}
