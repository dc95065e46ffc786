import type { Frame, Page } from 'playwright-core'

/** What of a screen has no room: the page itself, or an element whose text is cut off; with everything open that can be opened. */
export const tooWide = (page: Page | Frame): Promise<readonly string[]> =>
  page.evaluate(() => {
    // The menu of languages would lie over what is tapped next.
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not(.languages)'))
      fold.open = true
    const { scrollWidth, clientWidth } = document.documentElement
    const cut = [
      ...document.querySelectorAll<HTMLElement>('button, a, p, h1, h2, h3, li, summary, label, legend'),
    ]
      .filter(element => element.checkVisibility() && !element.closest('.only-heard, .wide, .skip-link'))
      .filter(element => getComputedStyle(element).display !== 'inline')
      .filter(element => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      .map(element => `cut off: ${element.textContent?.slice(0, 60)}`)
    return [...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels too wide`] : []), ...cut]
  })
