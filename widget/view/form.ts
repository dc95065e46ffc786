/** What a form of the talk sends, as an event of the conversation. Shared by the page's script and the server. */
export function eventOfForm(entries: Iterable<readonly [string, string]>): {
  readonly type: string
  readonly [field: string]: unknown
} {
  const form = new Map<string, string[]>()
  for (const [name, value] of entries) form.set(name, [...(form.get(name) ?? []), value])
  const one = (name: string): string | undefined => form.get(name)?.[0]
  const type = one('event') ?? ''
  switch (type) {
    case 'answer':
    case 'change': {
      const question = one('question') ?? ''
      const because = one('skip')
      if (because !== undefined) return { type, question, value: null, because }
      return { type, question, value: answerValue(one('kind') ?? '', form) }
    }
    case 'say': {
      const question = one('question')
      return { type, text: one('text') ?? '', ...(question !== undefined && { question }) }
    }
    case 'revise':
      return { type, question: one('question') ?? '' }
    case 'retract':
      return { type, questions: form.get('question') ?? [] }
    case 'language':
      return { type, lang: one('lang') ?? '' }
    case 'offer':
      return { type, id: one('id') ?? '' }
    default:
      return { type }
  }
}

function answerValue(kind: string, form: ReadonlyMap<string, readonly string[]>): unknown {
  const values = (form.get('value') ?? []).map(value => value.trim()).filter(value => value !== '')
  const [first = ''] = values
  switch (kind) {
    case 'choice':
      return first === 'true' ? true : first === 'false' ? false : first
    case 'choices':
      if (form.has('none')) return []
      return values.length > 0 ? values : ''
    case 'number':
      return numberOf(first)
    case 'numbers':
      if (form.has('none')) return []
      return values.length > 0 ? values.map(numberOf) : ''
    case 'month':
      return `${form.get('year')?.[0] ?? ''}-${form.get('month')?.[0] ?? ''}`
    default:
      // A place that was tapped counts more than what was typed before.
      return values[values.length - 1] ?? ''
  }
}

/** A number in whatever digits; what is none stays as it was written, so that the service can say how to do it. */
function numberOf(text: string): number | string {
  const digits = text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))
  return /^\d{1,4}$/.test(digits) ? Number(digits) : text
}
