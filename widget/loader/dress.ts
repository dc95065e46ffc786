/** How a part of the widget looks on the page around it. Styles are set one by one: a strict policy of the page allows that. */
export function dress(part: HTMLElement, as: keyof typeof looks, accent?: string | null): void {
  part.style.cssText = looks[as]
  if (as !== 'button') return
  const ground = /^#?([0-9a-f]{6})$/i.exec(accent ?? '')?.[1] ?? '0b5563'
  part.style.background = `#${ground}`
  part.style.color = isLight(ground) ? '#000' : '#fff'
}

const whole = 'border:0;color-scheme:light dark;background:Canvas;'
/** Above what pages usually put on top. */
const above = 'position:fixed;z-index:2147483000;inset-inline-end:max(1rem,env(safe-area-inset-right));'

const looks = {
  inline: `${whole}display:block;width:100%;height:640px`,
  page: `${whole}display:block;width:100%;height:100vh;height:100dvh`,
  hidden: 'display:none',
  panel: `${whole}${above}bottom:5rem;width:min(26rem,calc(100vw - 2rem));height:min(44rem,calc(100vh - 6.5rem));border-radius:.75rem;box-shadow:0 .5rem 2rem rgba(0,0,0,.35)`,
  button: `${above}bottom:1rem;min-height:3rem;padding:.6rem 1.2rem;border:2px solid #fff;border-radius:1.5rem;font:bold 1rem system-ui,sans-serif;cursor:pointer;box-shadow:0 .25rem 1rem rgba(0,0,0,.35)`,
} as const

/** Whether black is read better on it than white: of the two, the better one always has a contrast of 4.5 at least. */
function isLight(digits: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(at => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179
}
