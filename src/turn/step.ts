import type { Answer, Conversation } from '../dialogue/conversation.ts'
import { type AnswerValue, isQuestionId, type QuestionId, questionForm } from '../dialogue/question.ts'
import { offeredTopics } from '../dialogue/replay.ts'
import type { Day } from '../facts/day.ts'
import type { Place } from '../facts/places.ts'
import type { Event } from './event.ts'
import { readAnswer, readPlace } from './read-answer.ts'
import { type Standing, stand } from './standing.ts'
import type { Say, StepResult, TurnFault } from './turn.ts'
import { type Extent, view } from './view.ts'
import type { World } from './world.ts'

/** The first moment of a conversation. */
export const emptyConversation = (lang: string): Conversation => ({ lang, answers: [] })

/** What an event makes of a conversation, before it is looked at. */
interface Change {
  readonly conversation: Conversation
  readonly extent: Extent
  readonly say?: readonly Say[]
  readonly places?: readonly Place[]
}

/**
 * The only way forward: a conversation and an event give the conversation that follows and the turn to show.
 * A fault leaves the conversation as it was. Pure: the same arguments give the same result.
 */
export function turn(world: World, conversation: Conversation, event: Event, today: Day): StepResult {
  // Where the conversation stands is worked out only for events that need it.
  let standing: Standing | undefined
  const here = (): Standing => {
    standing ??= stand(world, conversation, today)
    return standing
  }
  const change = apply(world, conversation, event, here)
  if ('code' in change) return { ok: false, fault: change }
  const after = change.conversation === conversation ? here() : stand(world, change.conversation, today)
  const kept = new Set(after.conversation.answers.map(({ question }) => question))
  const dropped = change.conversation.answers.flatMap(({ question }) => (kept.has(question) ? [] : question))
  const say: Say[] = [...(change.say ?? [])]
  if (dropped.length > 0) say.push({ kind: 'dropped', questions: dropped })
  return { ok: true, conversation: after.conversation, turn: view(world, after, { ...change, say }) }
}

function apply(
  world: World,
  conversation: Conversation,
  event: Event,
  here: () => Standing,
): Change | TurnFault {
  switch (event.type) {
    case 'start':
      return start(world, conversation, event)
    case 'answer':
      return answer(world, here(), event)
    case 'say':
      return listen(world, here(), event.text)
    case 'back':
      return {
        conversation: { ...conversation, answers: conversation.answers.slice(0, -1) },
        extent: { kind: 'all' },
      }
    case 'change':
      return amend(world, conversation, event)
    case 'revise':
      return revise(conversation, event.question)
    case 'retract':
      return retract(conversation, event.questions)
    case 'language': {
      const lang = world.language(event.lang)
      if (lang === undefined) return { code: 'language.unknown', field: 'lang' }
      return { conversation: { ...conversation, lang }, extent: { kind: 'all' } }
    }
    case 'results':
      return { conversation, extent: { kind: 'results' } }
    case 'offer': {
      const offer = world.offer(event.id)
      if (!offer) return { code: 'offer.unknown', field: 'id' }
      return { conversation, extent: { kind: 'offer', offer } }
    }
    case 'handover':
      return { code: 'handover.unavailable', field: 'type' }
    case 'forget':
      return { conversation: emptyConversation(conversation.lang), extent: { kind: 'all' } }
    default:
      return event satisfies never
  }
}

function start(
  world: World,
  conversation: Conversation,
  { lang: tag, topics, kreis }: Extract<Event, { type: 'start' }>,
): Change | TurnFault {
  const lang = world.language(tag)
  if (lang === undefined) return { code: 'language.unknown', field: 'lang' }
  const given: Answer[] = []
  if (topics && topics.length > 0) {
    const read = readAnswer(world, 'topics', topics, undefined)
    if (read.kind !== 'answer') return { code: 'topic.unknown', field: 'topics' }
    given.push(read.answer)
  }
  if (kreis !== undefined) {
    const read = readPlace(world, kreis)
    if (read.kind === 'fault') return { code: 'place.unknown', field: 'kreis' }
    // A place that could be several is asked again later, with options.
    if (read.kind === 'answer') given.push({ ...read.answer, volunteered: true })
  }
  const known = new Set(conversation.answers.map(({ question }) => question))
  const answers = [...conversation.answers, ...given.filter(({ question }) => !known.has(question))]
  return { conversation: { lang, answers }, extent: { kind: 'all' } }
}

function answer(world: World, here: Standing, event: Extract<Event, { type: 'answer' }>): Change | TurnFault {
  const { conversation, open } = here
  if (!isQuestionId(event.question)) return { code: 'question.unknown', field: 'question' }
  if (event.question !== open[0]) {
    // A late double tap, or a question that is not being asked: the person sees where they are.
    const isAnswered = conversation.answers.some(({ question }) => question === event.question)
    return {
      conversation,
      extent: { kind: 'new', since: here },
      say: [{ kind: 'info', key: isAnswered ? 'alreadyAnswered' : 'notAsked' }],
    }
  }
  const read = readAnswer(world, event.question, event.value, event.because)
  switch (read.kind) {
    case 'fault':
      return read.fault
    case 'places':
      return {
        conversation,
        extent: { kind: 'new', since: here },
        places: read.places,
        say: [{ kind: 'info', key: 'choosePlace' }],
      }
    case 'answer':
      return { conversation: added(conversation, read.answer), extent: { kind: 'new', since: here } }
    default:
      return read satisfies never
  }
}

function amend(
  world: World,
  conversation: Conversation,
  event: Extract<Event, { type: 'change' }>,
): Change | TurnFault {
  if (!isQuestionId(event.question)) return { code: 'question.unknown', field: 'question' }
  const at = conversation.answers.findIndex(({ question }) => question === event.question)
  const earlier = conversation.answers[at]
  if (!earlier) return { code: 'question.notAnswered', field: 'question' }
  const read = readAnswer(world, event.question, event.value, event.because)
  if (read.kind === 'fault') return read.fault
  if (read.kind === 'places') {
    // What was written could be several places: the old answer goes, and the question is put again with them.
    const answers = conversation.answers.toSpliced(at, 1)
    return {
      conversation: { ...conversation, answers },
      extent: { kind: 'all' },
      places: read.places,
      say: [{ kind: 'info', key: 'choosePlace' }],
    }
  }
  const changed = earlier.volunteered ? { ...read.answer, volunteered: earlier.volunteered } : read.answer
  return {
    conversation: { ...conversation, answers: conversation.answers.with(at, changed) },
    extent: { kind: 'all' },
  }
}

function revise(conversation: Conversation, question: string): Change | TurnFault {
  if (!isQuestionId(question)) return { code: 'question.unknown', field: 'question' }
  const isAnswered = conversation.answers.some(given => given.question === question)
  if (!isAnswered) return { code: 'question.notAnswered', field: 'question' }
  return { conversation, extent: { kind: 'revise', question } }
}

function retract(conversation: Conversation, questions: readonly string[]): Change | TurnFault {
  if (!questions.every(isQuestionId)) return { code: 'question.unknown', field: 'questions' }
  const answers = conversation.answers.filter(({ question }) => !questions.includes(question))
  return { conversation: { ...conversation, answers }, extent: { kind: 'all' } }
}

/** More words than an answer has: the text may tell more than was asked. */
const longAnswer = 6

/** Free text: danger first, then as an answer to the question or as a situation that is told, else as a search. */
function listen(world: World, { conversation, open }: Standing, text: string): Change | TurnFault {
  const danger = world.danger(text)
  const urgent = danger ? { danger } : {}
  const say: Say[] = danger ? [{ kind: 'urgent', danger: danger.kind }] : []
  const asked = open[0]
  const heard = asked && hear(world, conversation, asked, text)
  const isAnswer = heard !== undefined && heard.conversation !== conversation
  const mayTell = !isAnswer || asked === 'topics' || text.trim().split(/\s+/).length > longAnswer
  const told = mayTell ? tell(world, isAnswer ? heard.conversation : conversation, asked, text) : undefined
  // What was told is surer than an answer that could be several things.
  const changes = told ? [...(isAnswer ? [heard] : []), told] : heard ? [heard] : []
  const last = changes.at(-1)
  if (last) {
    const said = changes.flatMap(change => change.say ?? [])
    return { ...last, extent: { kind: 'all', ...urgent }, say: [...say, ...said] }
  }
  const found = world.search(text, conversation.lang)
  if (found.length > 0) say.push({ kind: 'search', count: found.length })
  else if (!danger) say.push({ kind: 'notUnderstood' })
  return { conversation, extent: { kind: 'found', ids: found, ...urgent }, say }
}

/** Keeps what a text clearly tells of the situation; nothing that was answered is touched. */
function tell(
  world: World,
  conversation: Conversation,
  asked: QuestionId | undefined,
  text: string,
): Omit<Change, 'extent'> | undefined {
  const { topics, answers } = world.situation(text, conversation.lang)
  const chosen = offeredTopics(world.flows).filter(topic => topics.includes(topic))
  const answered = new Set(conversation.answers.map(({ question }) => question))
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
  return {
    conversation: { ...conversation, answers: [...conversation.answers, ...told] },
    say: told.map(({ question, value }) => ({ kind: 'understood', question, value, told: true })),
  }
}

type Told = Answer & { readonly value: AnswerValue }

function hear(
  world: World,
  conversation: Conversation,
  asked: QuestionId,
  text: string,
): Omit<Change, 'extent'> | undefined {
  if (asked === 'kreis') {
    const read = readPlace(world, text)
    if (read.kind === 'places') {
      return { conversation, places: read.places, say: [{ kind: 'info', key: 'choosePlace' }] }
    }
    return read.kind === 'answer' ? understood(conversation, read.answer) : undefined
  }
  const form = questionForm(asked, offeredTopics(world.flows))
  const meant = world.understand(text, asked, form, conversation.lang)
  switch (meant.kind) {
    case 'answer':
      return understood(conversation, { question: asked, value: meant.value })
    case 'skip':
      return { conversation: added(conversation, { question: asked, value: null, because: meant.because }) }
    case 'unsure':
      return { conversation, say: [{ kind: 'info', key: 'chooseOption' }] }
    case 'nothing':
      return undefined
    default:
      return meant satisfies never
  }
}

function understood(conversation: Conversation, answer: Answer): Omit<Change, 'extent'> {
  const say: Say[] =
    answer.value === null ? [] : [{ kind: 'understood', question: answer.question, value: answer.value }]
  return { conversation: added(conversation, answer), say }
}

const added = (conversation: Conversation, answer: Answer): Conversation => ({
  ...conversation,
  answers: [...conversation.answers, answer],
})
