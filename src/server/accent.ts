/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/** Reads `#0B5563`, `0b5563` or `#fff`; `undefined` for anything else. */
export function readColour(written: string): Colour | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(written.trim())?.[1]
  if (digits === undefined) return undefined
  const [red = '', green = '', blue = ''] =
    digits.match(digits.length === 3 ? /./g : /../g)?.map(part => part.padEnd(2, part)) ?? []
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}

/** Writes a colour as six hexadecimal digits, lower case. */
export const digitsOf = (colour: Colour): string =>
  colour.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')

/** How much lighter one colour is than another, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]

interface Scheme {
  readonly ground: Colour
  readonly paper: Colour
  /** Where a colour goes to be read better. */
  readonly away: Colour
  /** How much of it lies softly behind text. */
  readonly soft: number
}

/** The grounds on which the accent stands, as `widget/style.css` sets them. */
const schemes = {
  light: { ground: [255, 255, 255], paper: [250, 247, 241], away: black, soft: 0.1 },
  dark: { ground: [31, 35, 38], paper: [21, 24, 26], away: white, soft: 0.2 },
} as const satisfies { readonly [scheme: string]: Scheme }

/** Contrast of text and its ground, and the same for those who ask for more (WCAG 2.2, 1.4.3 and 1.4.6). */
const enough = 4.5
const plenty = 7

/**
 * A site's colour as a style sheet: the same hue, moved away from the ground until it can be read there, on the ground
 * and softly behind text; for light, dark and high contrast.
 */
export function accentSheet(colour: Colour): string {
  return [
    rule(tokens(colour, 'light', enough)),
    media('prefers-color-scheme: dark', tokens(colour, 'dark', enough)),
    media('prefers-contrast: more', tokens(colour, 'light', plenty)),
    media('prefers-contrast: more) and (prefers-color-scheme: dark', tokens(colour, 'dark', plenty)),
  ].join('\n')
}

const rule = (declarations: string) => `:root{${declarations}}`
const media = (condition: string, declarations: string) => `@media (${condition}){${rule(declarations)}}`

function tokens(colour: Colour, scheme: keyof typeof schemes, least: number): string {
  const { ground, paper, away, soft } = schemes[scheme]
  const behind = (accent: Colour) => mix(ground, accent, soft)
  const isLegible = (accent: Colour) =>
    [ground, paper, behind(accent)].every(each => contrast(accent, each) >= least)
  const accent = steps.map(share => mix(colour, away, share)).find(isLegible) ?? away
  const on = contrast(accent, white) >= contrast(accent, black) ? white : black
  return `--accent:#${digitsOf(accent)};--accent-soft:#${digitsOf(behind(accent))};--on-accent:#${digitsOf(on)}`
}

/** From the colour itself to black or white, in steps that the eye hardly sees. */
const steps = Array.from({ length: 51 }, (_, step) => step / 50)

const mix = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]
