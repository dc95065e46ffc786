import type { Answer, Conversation } from '../dialogue/conversation.ts'
import { isQuestionId } from '../dialogue/question.ts'
import type { Day } from '../facts/day.ts'
import { type Change, withAnswer } from './change.ts'
import type { Event } from './event.ts'
import { handOver } from './hand-over.ts'
import { listen } from './listen.ts'
import { readAnswer, readPlace } from './read-answer.ts'
import { type Standing, stand } from './standing.ts'
import type { Say, StepResult, TurnFault } from './turn.ts'
import { view } from './view.ts'
import type { World } from './world.ts'

/** The first moment of a conversation. */
export const emptyConversation = (lang: string): Conversation => ({ lang, answers: [] })

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
  return {
    ok: true,
    conversation: after.conversation,
    turn: view(world, after, { ...change, say }),
    before: here,
    after,
    ...(change.wish && { wish: change.wish }),
  }
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
      return listen(world, here(), event)
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
      return handOver(conversation, event.facts)
    case 'keep': {
      const { isKept: _, ...others } = conversation
      return {
        conversation: event.wanted ? { ...others, isKept: true } : others,
        extent: { kind: 'all' },
      }
    }
    case 'forget':
      return {
        conversation: emptyConversation(conversation.lang),
        extent: { kind: 'all' },
        ...(conversation.handedOver && {
          wish: { kind: 'endHandOvers' as const, ids: conversation.handedOver },
        }),
      }
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
  return { conversation: { ...conversation, lang, answers }, extent: { kind: 'all' } }
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
      return { conversation: withAnswer(conversation, read.answer), extent: { kind: 'new', since: here } }
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
  if (at === -1) return { code: 'question.notAnswered', field: 'question' }
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
  return { conversation: withAnswer(conversation, read.answer), extent: { kind: 'all' } }
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
