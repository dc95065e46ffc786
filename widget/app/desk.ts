import { watchReports } from './report.ts'
import { offerSharing } from './share.ts'

/** Time that somebody may pause while typing, in milliseconds, before the results follow. */
const pause = 250

/** Lets the desk answer while one types: the page comes anew, and only what changed of it is put in place. */
export function watchDesk(form: HTMLFormElement): void {
  watchReports()
  let timer: number | undefined
  let running: AbortController | undefined

  const ask = async (does: readonly [string, string] | undefined): Promise<Document | undefined> => {
    running?.abort()
    running = new AbortController()
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    if (does) body.append(...does)
    try {
      const response = await fetch(form.action, { method: 'POST', body, signal: running.signal })
      if (!response.ok) throw new Error(String(response.status))
      return new DOMParser().parseFromString(await response.text(), 'text/html')
    } catch (error) {
      // A newer question is under way; else the browser says what is wrong, and nothing is lost.
      if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit()
      return undefined
    }
  }

  const show = async (does?: readonly [string, string], isDone = true) => {
    window.clearTimeout(timer)
    const page = await ask(does)
    if (!page) return
    const open = [...document.querySelectorAll('#found details[open]')].map(({ className }) => className)
    const [, value] = does ?? []
    if (value === 'clear' || value === 'restore') swap(page, 'desk')
    // Who is still writing is not told that it is wrong.
    else
      for (const { id } of form.querySelectorAll('[data-fault]'))
        if (isDone || !page.querySelector(`#${id} .error`)) swap(page, id)
    const note = document.querySelector<HTMLTextAreaElement>('#note')?.value
    swap(page, 'found')
    offerSharing(document)
    swap(page, 'along')
    const field = document.querySelector<HTMLTextAreaElement>('#note')
    if (field && note !== undefined) field.value = note
    for (const details of document.querySelectorAll<HTMLDetailsElement>('#found details'))
      if (open.includes(details.className) && details.className !== '') details.open = true
    if (isDone) marks(page)
    const live = document.getElementById('live')
    const counts = page.querySelector('[data-counts]')?.textContent
    if (live && counts) live.textContent = counts
    if (does?.[0] === 'open') lead(value)
  }

  /** What is wrong with a field is said with it. */
  const marks = (page: Document) => {
    for (const field of form.querySelectorAll('[aria-describedby^="fault-"]')) {
      const twin = page.getElementById(field.id)
      if (twin?.hasAttribute('aria-invalid')) field.setAttribute('aria-invalid', 'true')
      else field.removeAttribute('aria-invalid')
    }
  }

  form.addEventListener('input', () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void show(undefined, false), pause)
  })
  form.addEventListener('change', () => void show())
  form.addEventListener('submit', event => {
    const button = event.submitter
    if (!(button instanceof HTMLButtonElement) || button.hasAttribute('formaction')) return
    event.preventDefault()
    void show([button.name, button.value])
  })
  // On a slow line somebody may have begun before this script was there.
  if ([...form.elements].some(isTouched)) void show()
  document.addEventListener('keydown', event => {
    const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea')
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    document.getElementById('q')?.focus()
  })
}

/** Whether a field holds something else than what the page came with. */
function isTouched(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex !== Math.max(0, first)
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
  if (!(field instanceof HTMLInputElement)) return false
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked
}

/** Puts the inside of an element as the new page has it; who stands in it with the keyboard stays there. */
function swap(page: Document, id: string): void {
  const [before, after] = [document.getElementById(id), page.getElementById(id)]
  if (!before || !after || before.innerHTML === after.innerHTML) return
  const focused = before.contains(document.activeElement) ? document.activeElement : null
  before.innerHTML = after.innerHTML
  if (focused instanceof HTMLButtonElement)
    before
      .querySelector<HTMLElement>(`button[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)
      ?.focus()
  else if (focused?.id) document.getElementById(focused.id)?.focus()
}

/** Leads to the offer that was opened, or back to its row. */
function lead(id: string | undefined): void {
  const target =
    id === '-' ? document.getElementById('results') : document.querySelector<HTMLElement>('.opened h3')
  target?.focus()
}
