/** Sends what is wrong with an offer without leaving the page. Without this script the same form leads to a page. */
export function watchReports(): void {
  // One function is added once, however often this is called.
  document.addEventListener('submit', take)
}

function take(event: SubmitEvent): void {
  const { target: form, submitter } = event
  if (!(form instanceof HTMLFormElement) || form.dataset['report'] === undefined) return
  // An old browser doesn't tell which button it was: there the form goes its own way.
  if (!(submitter instanceof HTMLButtonElement)) return
  event.preventDefault()
  if (form.hasAttribute('aria-busy')) return
  form.setAttribute('aria-busy', 'true')
  void send(form, submitter.value)
}

async function send(form: HTMLFormElement, reason: string): Promise<void> {
  const offer = form.querySelector<HTMLInputElement>('[name=offer]')?.value ?? ''
  const { thanks, text = form.dataset['failed'] ?? '' } = await answerTo({
    offer,
    reason,
    lang: document.documentElement.lang,
  })
  form.removeAttribute('aria-busy')
  const said = document.createElement('p')
  said.textContent = thanks ?? text
  if (thanks === undefined) {
    said.className = 'error'
    form.querySelector('.error')?.remove()
    form.append(said)
  } else {
    // The button that was pressed goes: who stood on it stands on what is left.
    if (form.contains(document.activeElement)) form.closest('details')?.querySelector('summary')?.focus()
    form.replaceWith(said)
  }
  const live = document.getElementById('live')
  if (live) live.textContent = said.textContent
}

/** What the service says: thanks, or in a text why not; nothing where it can't be reached. */
async function answerTo(report: {
  readonly offer: string
  readonly reason: string
  readonly lang: string
}): Promise<{ readonly thanks?: string; readonly text?: string }> {
  try {
    const response = await fetch('/api/v1/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
    })
    return await response.json()
  } catch {
    return {}
  }
}
