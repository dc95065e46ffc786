import type { QuestionId } from '../dialogue/question.ts'
import { questionForm } from '../dialogue/question.ts'
import type { Speech, Speeches } from '../i18n/speech.ts'
import type { AskedQuestion, Say, Turn, TurnFault } from '../turn/turn.ts'
import { answerText, optionLabel, valueText } from './answer.ts'
import { becauseText, shortNames } from './because.ts'
import type { ErrorMessage, OfferMessage, QuestionMessage, TurnMessage } from './message.ts'
import { briefOffer, callable, type PlaceNames, shownOffer } from './offer.ts'
import { fitOffers } from './room.ts'

/** A turn in words of its language; the resume token comes from the server. */
export function renderTurn(
  speech: Speech,
  turn: Turn,
  resume: string,
  places: PlaceNames,
  speak: Speeches['of'],
): TurnMessage {
  const message: TurnMessage = {
    type: 'turn',
    lang: speech.lang,
    dir: speech.dir,
    transcript: turn.transcript.map(answer => ({
      question: answer.question,
      text: speech.text(`questions:${answer.question}.text`),
      answer: {
        value: answer.value,
        ...(answer.because && { because: answer.because }),
        text: answerText(speech, answer, places.name),
      },
      ...(answer.volunteered && { volunteered: answer.volunteered }),
    })),
    say: turn.say.map(said => ({
      kind:
        said.kind === 'dropped' || said.kind === 'unsure' || said.kind === 'language' ? 'info' : said.kind,
      // The way to another language is read by who speaks that one.
      ...(said.kind === 'language'
        ? { text: speak(said.lang).text('language.goOn'), lang: said.lang }
        : { text: sayText(speech, said, places) }),
      ...(said.kind === 'understood' && said.told && { question: said.question }),
    })),
    question: turn.question && renderQuestion(speech, turn.question),
    ...(turn.isPaused && { paused: true as const }),
    progress: turn.progress,
    offers: [],
    counts: turn.counts,
    offer: turn.offer && shownOffer(speech, turn.offer, turn, places),
    from: turn.from,
    urgent: turn.urgent && {
      kind: turn.urgent.kind,
      text: speech.text(`urgent.${turn.urgent.kind}`),
      offers: turn.urgent.offers.map(offer => callable(speech, offer, turn.facts, places)),
    },
    resume,
    facts: turn.facts,
  }
  const offers = turn.offers.map(shown => ({
    brief: briefOffer(speech, shown),
    whole: shown.whole ? () => card(shownOffer(speech, shown, turn, places)) : undefined,
    because: turn.room === 'large' ? becauseText(speech, shown, turn, places) : undefined,
  }))
  return { ...message, offers: fitOffers(offers, message, turn.room) }
}

/** An offer among results: with the sources that its reasons name. Opened by itself, it has all of them. */
function card(offer: OfferMessage): OfferMessage {
  const named = new Set(offer.reasons?.map(({ source }) => source))
  const sources = offer.sources.filter(({ title }) => named.has(title))
  return { ...offer, sources: sources.length > 0 ? sources : offer.sources.slice(0, 1) }
}

/** A fault in words that say how to do it instead. */
export function renderFault(speech: Speech, { code, field, question }: TurnFault): ErrorMessage {
  const text = code === 'value.invalid' && question ? howTo(speech, question) : speech.text(`error.${code}`)
  return { type: 'error', code, text, field }
}

function howTo(speech: Speech, question: QuestionId): string {
  const { kind, min = 0, max = 0 } = questionForm(question)
  return speech.text(`invalid.${kind}`, { min, max })
}

function sayText(
  speech: Speech,
  said: Exclude<Say, { readonly kind: 'language' }>,
  places: PlaceNames,
): string {
  switch (said.kind) {
    case 'info':
      return speech.text(`say.${said.key}`)
    case 'understood': {
      const answer = valueText(speech, said.question, said.value, places.name)
      if (!said.told) return speech.text('say.understood', { answer })
      return speech.text('say.understoodOf', {
        question: speech.text(`questions:${said.question}.short`),
        answer,
      })
    }
    case 'dropped':
      return speech.text('say.droppedList', { questions: shortNames(speech, said.questions) })
    case 'unsure': {
      const { kind } = questionForm(said.question)
      const hasOptions = kind === 'choice' || kind === 'choices'
      return hasOptions ? speech.text('say.chooseOption') : howTo(speech, said.question)
    }
    case 'notUnderstood':
      return speech.text('say.notUnderstood')
    case 'search':
      return speech.text('say.search', { count: said.count })
    case 'urgent':
      return speech.text(`urgent.${said.danger}`)
    default:
      return said satisfies never
  }
}

/** A question in words. */
export function renderQuestion(speech: Speech, asked: AskedQuestion): QuestionMessage {
  if (asked.isRevision || asked.places.length > 0)
    return { ...putQuestion(speech, asked), ...expected(speech, asked), ...price(speech, asked) }
  let known = questions.get(speech)
  if (!known) {
    known = new Map()
    questions.set(speech, known)
  }
  const name = `${asked.id} ${asked.sensitive} ${asked.options.join()}`
  const message = known.get(name) ?? putQuestion(speech, asked)
  known.set(name, message)
  return { ...message, ...expected(speech, asked), ...price(speech, asked) }
}

/** So many offers are named; more are only counted, for any three of them would mislead. */
const namedTitles = 3

/** What a question costs to leave open; nothing where no offer hangs on it. */
function price(speech: Speech, { price: offers }: AskedQuestion): Pick<QuestionMessage, 'price'> {
  if (offers.length === 0) return {}
  const count = offers.length
  const titles = count > namedTitles ? [] : offers.map(({ id }) => speech.text(`offers:${id}.title`))
  return { price: { count, text: speech.text('ask.price', { count }), titles } }
}

/** Places that most people here live in, by their German names. */
const expected = (
  speech: Speech,
  { expected: places = [] }: AskedQuestion,
): Pick<QuestionMessage, 'suggestions'> =>
  places.length === 0 ? {} : { suggestions: places.map(place => placeOption(speech, place)) }

/** A place to choose; a municipality is told from others of its name by its Kreis. */
const placeOption = (speech: Speech, { ags, name, kreis, kreisName }: AskedQuestion['places'][number]) => ({
  value: ags,
  label: speech.german(ags === kreis || ags.startsWith(`${kreis}000`) ? name : `${name} (${kreisName})`),
})

/** A question reads the same for everybody: each is put into words once a language. */
const questions = new WeakMap<Speech, Map<string, QuestionMessage>>()

function putQuestion(speech: Speech, asked: AskedQuestion): QuestionMessage {
  const { id, kind, options, min, max, places } = asked
  const optional = (name: string) =>
    speech.has(`questions:${id}.${name}`) ? { [name]: speech.text(`questions:${id}.${name}`) } : {}
  return {
    id,
    fact: id === 'topics' ? null : id,
    kind,
    text: speech.text(`questions:${id}.text`),
    why: speech.text(`questions:${id}.why`),
    ...optional('hint'),
    options: [
      ...options.map(value => ({ value, label: optionLabel(speech, id, value) })),
      ...places.map(place => placeOption(speech, place)),
    ],
    ...optional('none'),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    skippable: true,
    ...(asked.sensitive && { sensitive: true as const }),
    ...(asked.isRevision && { revision: true as const }),
  }
}
