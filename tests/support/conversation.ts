import type { Frame, Locator, Page } from 'playwright-core'

/** What a person answers to a question; `null` is "I don't know". Months are written `YYYY-MM`. */
export type Given = boolean | number | string | readonly (number | string)[] | null

/** A person: their answers by question. What is asked beyond them they don't know. */
export interface Person {
  readonly [question: string]: Given
}

/** Opens the page of a talk and waits until the service has greeted its script. */
export async function openTalk(page: Page, address: string): Promise<Frame> {
  const greeted = greeting(page)
  await page.goto(address)
  await greeted
  return page.mainFrame()
}

/** The first word of the service over the next socket that a page, or a frame in it, opens. */
export const greeting = (page: Page): Promise<void> =>
  new Promise((done, fail) => {
    const patience = setTimeout(() => fail(new Error('the service never greeted the page')), 20_000)
    page.once('websocket', socket =>
      socket.once('framereceived', () => {
        clearTimeout(patience)
        done()
      }),
    )
  })

/** Waits until the page tells that the line to the service is broken. */
export const untilBroken = (frame: Frame): Promise<void> => present(frame.locator('#line'))

/** Waits until the page no longer tells that. */
export const untilMended = (frame: Frame): Promise<void> =>
  frame.locator('#line').waitFor({ state: 'detached' })

/** Waits until something is in the page, seen or not. */
export const present = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'attached' })

/** The id of the question on the screen; `null` where none is asked any more. */
export async function asked(frame: Frame): Promise<string | null> {
  const question = frame.locator('.question')
  return (await question.count()) === 0 ? null : question.getAttribute('data-question')
}

/** The questions answered so far, as the transcript shows them. */
export const answered = (frame: Frame): Promise<string[]> =>
  frame
    .locator('.transcript li')
    .evaluateAll(items => items.map(item => item.getAttribute('data-question') ?? ''))

/** What the transcript says was answered to a question. */
export const answerTo = async (frame: Frame, question: string): Promise<string> =>
  (await frame.locator(`.transcript li[data-question=${question}] strong`).textContent()) ?? ''

/** Taps on an answer in the transcript, to change it. */
export async function revise(frame: Frame, question: string): Promise<void> {
  const entry = frame.locator(`.transcript li[data-question=${question}] button`)
  if (!(await entry.isVisible())) await frame.locator('.transcript > summary').click()
  await entry.click()
  await present(frame.locator(`.question[data-question=${question}] input[value=change]`))
  await frame.waitForLoadState()
}

/** Answers the question on the screen by tapping and writing, and sends it. */
export async function giveAnswer(frame: Frame, given: Given): Promise<void> {
  const question = frame.locator('.question')
  const next = question.locator('button.primary')
  if (given === null) return question.locator('button[name=skip][value=unknown]').click()
  const kind = await question.locator('input[name=kind]').inputValue()
  if (kind === 'choice') return question.locator(`button[name=value][value="${given}"]`).click()
  const parts = typeof given === 'object' ? given : [given]
  if (parts.length === 0) return question.locator('button[name=none]').click()
  if (kind === 'choices') {
    for (const part of parts) await question.locator(`input[name=value][value="${part}"]`).check()
  } else if (kind === 'month') {
    const [year = '', month = ''] = String(given).split('-')
    await question.locator('select[name=month]').selectOption(month)
    await question.locator('select[name=year]').selectOption(year)
  } else {
    for (const [index, part] of parts.entries())
      await question.locator('input[name=value]').nth(index).fill(String(part))
  }
  await next.click()
}

/** Whether the interview rests here: after every 16 questions that were asked. */
export async function rests(frame: Frame): Promise<boolean> {
  const given = await frame.locator('.transcript li:not([data-question=topics]):not(:has(small))').count()
  return given > 0 && given % 16 === 0 && (await asked(frame)) !== null
}

/** Answers one question as the person would, and waits until the answer has been taken. */
export async function answerNext(frame: Frame, person: Person): Promise<string | null> {
  const question = await asked(frame)
  if (question === null) return null
  await giveAnswer(frame, person[question] ?? null)
  await present(frame.locator(`.transcript li[data-question=${question}]`))
  if (await rests(frame)) await present(frame.locator('.paused'))
  await frame.waitForLoadState()
  return question
}

/** Answers questions until one of `stopAt` is asked, or nothing more is; gives the questions in their order. */
export async function answerUntil(
  frame: Frame,
  person: Person,
  stopAt: readonly string[],
  onQuestion: (question: string) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const questions: string[] = []
  for (;;) {
    const question = await asked(frame)
    if (question === null || stopAt.includes(question)) return questions
    if (questions.includes(question)) throw new Error(`${question} is asked twice`)
    await onQuestion(question)
    await answerNext(frame, person)
    questions.push(question)
  }
}

/** Answers every question as the person would, up to the results. */
export async function answerAll(
  frame: Frame,
  person: Person,
  onQuestion?: (question: string) => Promise<void>,
): Promise<readonly string[]> {
  const questions = await answerUntil(frame, person, [], onQuestion)
  await present(frame.locator('#results'))
  return questions
}

/** How an offer stands among the results. */
export interface Listed {
  readonly id: string
  /** The group that it stands in, `entitlement`. */
  readonly group: string
  readonly title: string
  /** The German name beside the title; empty where there is none. */
  readonly german: string
  /** What is said at once of why it is open or refused; empty where nothing is. */
  readonly because: string
}

/** Reads all results, with what is folded away. */
export const readResults = (frame: Frame): Promise<readonly Listed[]> =>
  frame.locator('.group [data-offer]').evaluateAll(elements =>
    elements.map(element => {
      const text = (selector: string) => element.querySelector(selector)?.textContent ?? ''
      return {
        id: element.getAttribute('data-offer') ?? '',
        group: element.closest('.group')?.id.replace('group-', '') ?? '',
        title: text('h3, strong'),
        german: text('.german'),
        because: text('.because'),
      }
    }),
  )

/** Comes back to the results from an offer that stands open by itself. */
export async function backToResults(frame: Frame): Promise<void> {
  if ((await frame.locator('#results').count()) > 0) return
  await frame.locator('.foot form:has([value=results]) button').click()
  await present(frame.locator('#results'))
  await frame.waitForLoadState()
}

/** What an offer's card shows. */
export interface Card {
  readonly verdict: string
  readonly title: string
  /** The German name beside the title, and how it is marked. */
  readonly german: string
  readonly germanLang: string
  readonly reasons: readonly string[]
  /** Those of the reasons that refuse it. */
  readonly refusals: readonly string[]
  /** Each source with its address and all that stands with it. */
  readonly sources: readonly { readonly title: string; readonly url: string; readonly text: string }[]
}

/** Opens what an offer is folded away in, the outer fold first, and its own card. */
async function unfold(frame: Frame, id: string): Promise<void> {
  const folds = frame.locator(
    `details:has([data-offer="${id}"]), article.card[data-offer="${id}"] details.fold`,
  )
  for (const fold of await folds.all()) {
    if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click()
  }
}

/** Finds an offer as a person would: its card on the screen, else its row, which opens the card. */
export async function openOffer(frame: Frame, id: string): Promise<Locator> {
  const card = frame.locator(`article.card[data-offer="${id}"]`)
  await unfold(frame, id)
  if ((await card.count()) === 0) {
    await frame.locator(`li[data-offer="${id}"] button`).click()
    await present(card)
    await frame.waitForLoadState()
  }
  return card
}

/** Reads an offer's card. */
export const readCard = (card: Locator): Promise<Card> =>
  card.evaluate(element => {
    const text = (selector: string) => element.querySelector(selector)?.textContent ?? ''
    const reasons = (selector: string) =>
      [...element.querySelectorAll(selector)].map(
        // What stands beside the sentence says only whether it holds.
        item =>
          [...(item.querySelector('span')?.childNodes ?? [])]
            .filter(node => !(node instanceof Element && node.matches('.outcome')))
            .map(node => node.textContent)
            .join('')
            .trim(),
      )
    return {
      verdict: element.getAttribute('data-verdict') ?? '',
      title: text('h3'),
      german: text('.german bdi'),
      germanLang: element.querySelector('.german bdi')?.getAttribute('lang') ?? '',
      reasons: reasons('.reasons li'),
      refusals: reasons('.reasons li.failed'),
      sources: [...element.querySelectorAll('.sources li')].map(item => ({
        title: item.querySelector('a')?.textContent ?? '',
        url: item.querySelector('a')?.href ?? '',
        text: item.textContent ?? '',
      })),
    }
  })
