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

/**
 * `<hessen-lotse kreis="06412" lang="auto" topics="family,money">`: opens a frame on the service's own origin, so that
 * neither the page's scripts nor its styles reach the conversation. What stands inside the element is shown until then.
 */
export function createElement(origin: string): typeof HTMLElement {
  /** Numbers of the widgets on the page: each goes on with its own conversation after a reload. */
  const taken = new Set<number>()
  return class HessenLotse extends HTMLElement {
    static readonly observedAttributes = ['kreis', 'lang', 'topics']
    #frame: HTMLIFrameElement | undefined
    #number = 0

    connectedCallback(): void {
      window.addEventListener('message', this.#listen)
      this.#open()
    }

    disconnectedCallback(): void {
      window.removeEventListener('message', this.#listen)
      taken.delete(this.#number)
      this.#frame = undefined
    }

    attributeChangedCallback(): void {
      if (this.#frame) this.#frame.src = this.#address()
    }

    #open(): void {
      if (this.#frame) return
      while (taken.has(this.#number)) this.#number++
      taken.add(this.#number)
      const frame = document.createElement('iframe')
      frame.src = this.#address()
      frame.name = `hessenlotse-${this.#number}`
      frame.title = 'Hessenlotse'
      frame.referrerPolicy = 'no-referrer'
      frame.style.cssText = `display:block;width:100%;height:640px;border:0;color-scheme:light dark`
      this.#frame = frame
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      root.replaceChildren(frame)
    }

    #address(): string {
      const lang = this.getAttribute('lang') ?? 'auto'
      const address = new URL(lang === 'auto' ? '/frame/' : `/frame/${encodeURIComponent(lang)}/`, origin)
      for (const name of ['kreis', 'topics']) {
        const value = this.getAttribute(name)
        if (value) address.searchParams.set(name, value)
      }
      return address.href
    }

    #listen = ({ source, origin: from, data }: MessageEvent<unknown>): void => {
      const frame = this.#frame
      if (!frame || source !== frame.contentWindow || from !== origin || !isHeight(data)) return
      frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), lowest), highest)}px`
    }
  }
}
