/** Shows the buttons that pass a public page on: by the device's own way, or as a link to copy. Answers stand in no address. */
export function offerSharing(root: ParentNode): void {
  const canShare = 'share' in navigator
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
    if (!canShare && !('clipboard' in navigator)) continue
    const text = button.querySelector('span')
    if (!canShare && text) text.textContent = button.dataset['copy'] ?? ''
    button.hidden = false
    button.onclick = () => void pass(button)
  }
}

async function pass(button: HTMLButtonElement): Promise<void> {
  const url = new URL(button.dataset['share'] ?? '', location.origin).href
  try {
    if ('share' in navigator) return await navigator.share({ title: button.dataset['title'] ?? '', url })
    await copy(button, url)
  } catch {
    // Who closes the device's dialogue has changed their mind.
  }
}

/** Copies a text and says so where everybody hears it. */
export async function copy(button: HTMLElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  const live = document.getElementById('live')
  if (live) live.textContent = button.dataset['copied'] ?? ''
  const said = button.querySelector('span')
  if (said) said.textContent = button.dataset['copied'] ?? ''
}
