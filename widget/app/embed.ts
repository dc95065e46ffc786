import { copy } from './share.ts'

/** Lets the page for web teams answer while they choose: the service writes lines and preview, the page puts them in. */
export function watchEmbed(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-embed]')
  if (!form) return
  let asked = 0
  const renew = async () => {
    asked += 1
    const turn = asked
    const chosen = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const response = await fetch(`${form.action}?${chosen}`)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (turn !== asked) return
    for (const id of ['made', 'accent-hint']) {
      const fresh = page.getElementById(id)
      if (fresh) document.getElementById(id)?.replaceWith(document.adoptNode(fresh))
    }
    offerCopying()
  }
  form.addEventListener('change', () => void renew().catch(() => form.submit()))
  offerCopying()
}

function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-from]')) {
    const text = document.getElementById(button.dataset['copyFrom'] ?? '')?.textContent
    if (!text || !('clipboard' in navigator)) continue
    button.hidden = false
    button.onclick = () => void copy(button, text)
  }
}
