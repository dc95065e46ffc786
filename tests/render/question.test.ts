import { describe, expect, it } from 'vitest'
import { flows, sensitive } from '../../flows/index.ts'
import { offeredTopics } from '../../src/dialogue/replay.ts'
import { day } from '../../src/facts/day.ts'
import { factSchemas } from '../../src/facts/schema.ts'
import type { QuestionMessage } from '../../src/render/message.ts'
import { renderTurn } from '../../src/render/turn.ts'
import { viewWords } from '../../src/server/pages/words.ts'
import { emptyConversation, turn } from '../../src/turn/step.ts'
import { questionView } from '../../widget/view/question.ts'
import { readHtml, textsIn } from '../support/html-tokens.ts'
import { realContent } from '../support/service.ts'

const { world, speeches, places } = realContent()
const today = day('2026-11-21')

/** Every question that somebody of a residence is put who chose all topics and knows nothing else. */
function questionsFor(lang: string, residence: string): readonly QuestionMessage[] {
  const questions: QuestionMessage[] = []
  const known: { readonly [question: string]: string | (string | number)[] } = {
    topics: [...offeredTopics(flows)],
    residence,
    childrenAges: [4],
  }
  let conversation = emptyConversation(lang)
  for (;;) {
    const asked = questions.at(-1)?.id ?? 'topics'
    const value = known[asked] ?? null
    const step = turn(
      world,
      conversation,
      { type: 'answer', question: asked, value, ...(value === null && { because: 'unknown' }) },
      today,
    )
    if (!step.ok) throw new Error(`${asked}: ${step.fault.code}`)
    conversation = step.conversation
    const { question } = renderTurn(speeches.of(lang), step.turn, 'token', places, speeches.of)
    if (!question) return questions
    questions.push(question)
  }
}

describe('a question that touches what the law protects most', () => {
  it.each(speeches.languages.map(({ lang }) => lang))(
    'says that its answer is not stored and may stay out, and no other question says so: %s',
    lang => {
      const words = viewWords(speeches.of(lang), speeches.of('de'))
      const setting = { words, icons: '/icons.svg', action: '/talk', resume: 'token' }
      const notStored = speeches.of(lang).text('ask.notStored')
      const put = new Set<string>()
      for (const residence of factSchemas.residence.options) {
        for (const question of questionsFor(lang, residence)) {
          put.add(question.id)
          const page = questionView(setting, question, { error: null, entered: [], year: 2026 })
          const says = textsIn(readHtml(page.toString())).join(' ').includes(notStored)
          const isSensitive = [...sensitive].some(id => id === question.id)
          expect([question.id, question.sensitive === true, says]).toEqual([
            question.id,
            isSensitive,
            isSensitive,
          ])
        }
      }
      expect([...sensitive].filter(id => !put.has(id))).toEqual([])
    },
  )
})
