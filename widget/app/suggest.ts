/** How long somebody must pause before suggestions are fetched, in milliseconds. */
const pause = 150

/** Fills the list beside a search field while somebody types; the words go in the body and stand in no address. */
export function watchSuggestions(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  document.addEventListener('input', ({ target }) => {
    const address = target instanceof HTMLInputElement && target.dataset['suggest']
    if (!address || !target.list) return
    clearTimeout(timer)
    const list = target.list
    timer = setTimeout(async () => {
      asked += 1
      const turn = asked
      const suggestions = await fetched(address, target.value)
      // An older answer must not replace a newer one.
      if (turn === asked) list.replaceChildren(...suggestions.map(optionOf))
    }, pause)
  })
}

async function fetched(address: string, typed: string): Promise<readonly string[]> {
  if (typed.trim().length < 2) return []
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ q: typed.slice(0, 200), lang: document.documentElement.lang }),
    })
    const { suggestions = [] }: { suggestions?: readonly { readonly text: string }[] } = await answer.json()
    return suggestions.map(({ text }) => text)
  } catch {
    // Without suggestions the search works all the same.
    return []
  }
}

function optionOf(text: string): HTMLOptionElement {
  const option = document.createElement('option')
  option.value = text
  return option
}
