import { dress } from './dress.ts'

/** What the frame tells the page around it: its height, and nothing that a person answered. */
interface HeightMessage {
  readonly hessenlotse: 'height'
  readonly height: number
}

const isHeight = (data: unknown): data is HeightMessage =>
  typeof data === 'object' &&
  data !== null &&
  'hessenlotse' in data &&
  data.hessenlotse === 'height' &&
  'height' in data &&
  typeof data.height === 'number'

/** Least and most height of the frame, in CSS pixels. */
const lowest = 240
const highest = 20_000

/** What the page around may hear of: never an answer, and nothing from which one could be told. */
type News = 'ready' | 'open' | 'close'

/**
 * `<hessen-lotse kreis="06412" lang="auto" topics="family,money" accent="#0b5563" position="launcher">`: opens a frame on
 * the service's own origin, so that neither the page's scripts nor its styles reach the conversation. What stands inside
 * the element is shown until then.
 */
export function createElement(origin: string): typeof HTMLElement {
  /** Numbers of the widgets on the page: each goes on with its own conversation after a reload. */
  const taken = new Set<number>()
  return class HessenLotse extends HTMLElement {
    static readonly observedAttributes = ['kreis', 'lang', 'topics', 'accent', 'position', 'label']
    #frame: HTMLIFrameElement | undefined
    #button: HTMLButtonElement | undefined
    #number = 0
    #isReady = false
    #isOpen = false

    connectedCallback(): void {
      while (taken.has(this.#number)) this.#number++
      taken.add(this.#number)
      window.addEventListener('message', this.#listen)
      this.addEventListener('keydown', this.#escape)
      this.#build()
    }

    disconnectedCallback(): void {
      window.removeEventListener('message', this.#listen)
      this.removeEventListener('keydown', this.#escape)
      taken.delete(this.#number)
      this.#frame = this.#button = undefined
    }

    attributeChangedCallback(name: string): void {
      if (!this.isConnected || !this.shadowRoot) return
      if (name === 'position' || name === 'label') this.#build()
      else if (name === 'accent' && this.#button) this.#build()
      else if (this.#frame) this.#frame.src = this.#address()
    }

    get #position(): string {
      return this.getAttribute('position') ?? 'inline'
    }

    #build(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      this.#frame = this.#button = undefined
      this.#isReady = this.#isOpen = false
      if (this.#position !== 'launcher') {
        root.replaceChildren(this.#newFrame())
        return
      }
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = this.getAttribute('label') ?? 'Hessenlotse'
      button.onclick = () => this.#turn(!this.#isOpen)
      button.setAttribute('aria-expanded', 'false')
      this.#button = button
      // The button comes first, so that it is left for the frame and met again before it.
      root.replaceChildren(button)
      dress(button, 'button', this.getAttribute('accent'))
    }

    /** Opens or closes the frame of a launcher; nothing is loaded before somebody opens it. */
    #turn(isOpen: boolean): void {
      const button = this.#button
      if (!button || isOpen === this.#isOpen) return
      this.#isOpen = isOpen
      const isFirst = !this.#frame
      const frame = this.#frame ?? this.#newFrame()
      if (isFirst) this.shadowRoot?.append(frame)
      dress(frame, isOpen ? 'panel' : 'hidden')
      button.setAttribute('aria-expanded', String(isOpen))
      // The person pressed the button: they are led to what it opened, and back.
      if (isOpen) frame.focus()
      else button.focus()
      this.#tell(isOpen ? 'open' : 'close')
    }

    #newFrame(): HTMLIFrameElement {
      const frame = document.createElement('iframe')
      frame.src = this.#address()
      frame.name = `hessenlotse-${this.#number}`
      frame.title = 'Hessenlotse'
      frame.referrerPolicy = 'no-referrer'
      frame.allow = 'clipboard-write; web-share'
      dress(frame, this.#position === 'page' ? 'page' : 'inline')
      this.#frame = frame
      return frame
    }

    #address(): string {
      const lang = this.getAttribute('lang') ?? 'auto'
      const address = new URL(lang === 'auto' ? '/frame/' : `/frame/${encodeURIComponent(lang)}/`, origin)
      for (const name of ['kreis', 'topics', 'accent']) {
        const value = this.getAttribute(name)
        if (value) address.searchParams.set(name, value)
      }
      return address.href
    }

    #tell(news: News): void {
      this.dispatchEvent(new CustomEvent(`hessenlotse-${news}`, { bubbles: true, composed: true }))
    }

    #escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') this.#turn(false)
    }

    #listen = ({ source, origin: from, data }: MessageEvent<unknown>): void => {
      const frame = this.#frame
      if (!frame || source !== frame.contentWindow || from !== origin || !isHeight(data)) return
      if (this.#position === 'inline')
        frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), lowest), highest)}px`
      if (this.#isReady) return
      this.#isReady = true
      this.#tell('ready')
    }
  }
}
