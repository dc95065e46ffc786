/** A picture that stands on every page. */
export interface Logo {
  readonly type: 'image/svg+xml' | 'image/png' | 'image/webp'
  readonly ending: 'svg' | 'png' | 'webp'
  readonly bytes: Uint8Array
}

/** So much every phone loads before it sees the page whole, in bytes. */
export const largestLogo = 50 * 1024

/** What may not stand in an SVG file, each with its name: it could run, load or show something from elsewhere. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/<\s*([\w-]+:)?script\b/i, 'a script'],
  [/<\s*([\w-]+:)?(foreignObject|iframe|object|embed|audio|video)\b/i, 'other content (foreignObject)'],
  [/<\s*([\w-]+:)?(animate\w*|set|handler)\b/i, 'an animation'],
  [/[\s"'/]on[a-z]+\s*=/i, 'an event attribute (on…)'],
  [/<!DOCTYPE|<!ENTITY/i, 'a DOCTYPE or ENTITY'],
  [/<\?xml-stylesheet/i, 'a style sheet from elsewhere'],
  [/@import/i, 'a style sheet from elsewhere'],
  [/\b(href|src)\s*=\s*(?!["']#)/i, 'a reference to elsewhere (href)'],
  [/url\(\s*(?!["']?#)/i, 'a reference to elsewhere (url)'],
]

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, index) => bytes[at + index] === byte)

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const riff = [0x52, 0x49, 0x46, 0x46]
const webp = [0x57, 0x45, 0x42, 0x50]

/** The logo that a file holds, or what is wrong with it. */
export function readLogoFrom(bytes: Uint8Array): Logo | string {
  if (bytes.length > largestLogo) {
    const size = Math.ceil(bytes.length / 1024)
    return `the logo is too large: ${size} KB; it takes at most ${largestLogo / 1024} KB`
  }
  if (startsWith(bytes, png)) return { type: 'image/png', ending: 'png', bytes }
  if (startsWith(bytes, riff) && startsWith(bytes, webp, 8))
    return { type: 'image/webp', ending: 'webp', bytes }
  const drawn = textOf(bytes)
  if (drawn === undefined || !/^\s*(<\?xml[^>]*\?>)?\s*(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(drawn))
    return 'the logo must be an SVG (in UTF-8), PNG or WebP file'
  if (/^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(drawn))
    return 'the SVG of the logo must be in UTF-8'
  const [, name] = refused.find(([pattern]) => pattern.test(drawn)) ?? []
  if (name !== undefined)
    return `the SVG of the logo holds ${name}; save it as a plain SVG with shapes and colours alone`
  return { type: 'image/svg+xml', ending: 'svg', bytes }
}

/** Bytes as text; `undefined` where they are not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
