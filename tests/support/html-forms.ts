import { attribute, type HtmlToken } from './html-tokens.ts'

/** A field or button of a form, in the order of the page. */
export interface Control {
  readonly kind: 'hidden' | 'text' | 'checkbox' | 'select' | 'button'
  readonly name: string
  /** What it holds; for a text field or a `select` what stands in it at first. */
  readonly value: string
  /** Whether a box is ticked at first. */
  readonly isTicked: boolean
  /** What a `select` offers. */
  readonly options: readonly string[]
}

/** A form as a browser knows it. */
export interface Form {
  readonly action: string
  readonly controls: readonly Control[]
}

/** Every form of the talk on a page: those that the page's script would send. */
export function formsOf(tokens: readonly HtmlToken[]): readonly Form[] {
  const forms: { action: string; controls: { -readonly [K in keyof Control]: Control[K] }[] }[] = []
  let isWithin = false
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'text') continue
    const form = forms.at(-1)
    if (token.name === 'form') {
      isWithin = token.kind === 'open' && attribute(token, 'data-talk') !== undefined
      if (isWithin) forms.push({ action: attribute(token, 'action') ?? '', controls: [] })
    } else if (token.kind === 'open' && isWithin && form) {
      const control = controlOf(token)
      if (control) form.controls.push(control)
      const select = form.controls.at(-1)
      if (token.name === 'option' && select) {
        const text = tokens[index + 1]
        const written = text?.kind === 'text' ? text.text : ''
        const value = attribute(token, 'value') ?? written
        const isChosen = select.options.length === 0 || attribute(token, 'selected') !== undefined
        select.options = [...select.options, value]
        if (isChosen) select.value = value
      }
    }
  }
  return forms
}

function controlOf(token: HtmlToken): Control | undefined {
  if (token.kind !== 'open') return undefined
  const named = {
    name: attribute(token, 'name') ?? '',
    value: attribute(token, 'value') ?? '',
    options: [],
    isTicked: attribute(token, 'checked') !== undefined,
  }
  if (token.name === 'button' && attribute(token, 'type') === 'button') return undefined
  if (token.name === 'select' || token.name === 'button') return { kind: token.name, ...named }
  if (token.name !== 'input') return undefined
  const type = attribute(token, 'type') ?? 'text'
  if (type !== 'hidden' && type !== 'checkbox' && type !== 'text')
    throw new TypeError(`an input of type ${type}`)
  return { kind: type, ...named }
}

/** What a person does with a form before it is sent. */
export interface Filling {
  /** What is written into the text fields, or chosen in the selects, by name; several fields of a name in turn. */
  readonly fields?: { readonly [name: string]: readonly string[] }
  /** Values of the boxes that are ticked; those that are ticked at first where nothing is said. */
  readonly ticked?: readonly string[]
  /** The button that sends it; without one, the key Enter. */
  readonly button?: { readonly name: string; readonly value: string }
}

/** What a browser sends: every field that holds something, and the button that was pressed, in the order of the page. */
export function sent(
  form: Form,
  { fields = {}, ticked, button }: Filling,
): readonly (readonly [string, string])[] {
  const buttons = form.controls.filter(({ kind }) => kind === 'button')
  // The key Enter presses the first button of the form.
  const pressed = button
    ? buttons.find(({ name, value }) => name === button.name && value === button.value)
    : buttons[0]
  if (!pressed) throw new Error(`the form has no button ${JSON.stringify(button)}`)
  const left = new Map(Object.entries(fields).map(([name, list]) => [name, [...list]]))
  const entries = form.controls.flatMap((control): readonly (readonly [string, string])[] => {
    const { kind, name, value, options } = control
    if (name === '') return []
    if (kind === 'hidden') return [[name, value]]
    if (kind === 'button') return control === pressed ? [[name, value]] : []
    if (kind === 'checkbox') return (ticked?.includes(value) ?? control.isTicked) ? [[name, value]] : []
    const written = left.get(name)?.shift() ?? value
    if (kind === 'select' && !options.includes(written)) throw new Error(`${name} does not offer ${written}`)
    return [[name, written]]
  })
  const unused = [...left].filter(([, list]) => list.length > 0)
  if (unused.length > 0) throw new Error(`the form has no field for ${JSON.stringify(unused)}`)
  return entries
}
