import type { Words } from '../view/words.ts'

/** A piece of text and the language that it is said in. */
interface Piece {
  readonly text: string
  readonly lang: string
}

/** Reads parts of the page aloud with voices that the device has itself: what is said leaves it for nobody. */
export interface Reader {
  /** Shows the buttons of a part of the page that was drawn anew, where there is a voice for its language. */
  readonly offer: (root: ParentNode, words: Words) => void
  readonly stop: () => void
}

/** Makes a reader; one that offers nothing where the browser can't speak. */
export function createReader(): Reader {
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : undefined
  if (!synthesis) return { offer: () => undefined, stop: () => undefined }
  let speaking: HTMLElement | undefined
  let shown: { readonly root: ParentNode; readonly words: Words } | undefined

  // Voices on a server would send the text there.
  const voiceFor = (lang: string) =>
    synthesis.getVoices().find(voice => voice.localService && baseOf(voice.lang) === baseOf(lang))

  const label = (button: HTMLElement, key: 'action.listen' | 'action.silence') => {
    const text = button.querySelector('span')
    if (text && shown) text.textContent = shown.words.texts[key] ?? key
  }

  const stop = () => {
    if (speaking) label(speaking, 'action.listen')
    speaking = undefined
    synthesis.cancel()
  }

  const read = (button: HTMLElement, lang: string) => {
    const part = button.closest<HTMLElement>('section, article')
    if (!part) return
    stop()
    speaking = button
    label(button, 'action.silence')
    const said = piecesOf(part, lang).flatMap(({ text, lang: spoken }) => {
      const voice = voiceFor(spoken)
      if (!voice) return []
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      return [utterance]
    })
    said.at(-1)?.addEventListener('end', () => speaking === button && stop())
    for (const utterance of said) synthesis.speak(utterance)
  }

  const reveal = () => {
    if (!shown) return
    const { root, words } = shown
    const isSpoken = voiceFor(words.lang) !== undefined
    for (const button of root.querySelectorAll<HTMLElement>('[data-listen]')) button.hidden = !isSpoken
  }

  // Many browsers find their voices only after the page was drawn.
  synthesis.addEventListener?.('voiceschanged', reveal)
  window.addEventListener('pagehide', stop)
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-listen]') : null
    if (!button || !shown) return
    if (speaking === button) stop()
    else read(button, shown.words.lang)
  })
  return {
    offer(root, words) {
      stop()
      shown = { root, words }
      reveal()
    },
    stop,
  }
}

const baseOf = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? ''

/** What is not read: what is hidden or folded away, and the buttons that do something else than answer. */
const silent =
  '[hidden], [data-listen], .skip, .foot, details:not([open]) > :not(summary), form[data-talk] > .quiet'
/** Elements that make a pause. */
const blocks = 'p, h2, h3, h4, li, label, legend, summary, .row, dt, dd'

/** The text of a part of the page, block by block, German words apart. */
function piecesOf(part: HTMLElement, lang: string): readonly Piece[] {
  const pieces: Piece[] = []
  let last: Element | null = null
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, textContent } = node
    const text = (textContent ?? '').trim()
    if (!parent || text === '' || parent.closest(silent)) continue
    const spoken = parent.closest<HTMLElement>('[lang]')
    const own = spoken && part.contains(spoken) && spoken !== part ? spoken.lang : lang
    const block = parent.closest(blocks)
    const before = pieces.at(-1)
    if (before && before.lang === own && block === last)
      pieces[pieces.length - 1] = { text: `${before.text} ${text}`, lang: own }
    else pieces.push({ text, lang: own })
    last = block
  }
  return pieces
}
