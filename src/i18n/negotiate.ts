/** The language that serves a tag: itself, or its base (`de-AT` → `de`); `undefined` where nobody speaks it here. */
export function serve(tag: string, spoken: readonly string[]): string | undefined {
  let wanted = tag.trim().toLowerCase().replaceAll('_', '-')
  while (wanted !== '') {
    const found = spoken.find(code => code.toLowerCase() === wanted)
    if (found !== undefined) return found
    const end = wanted.lastIndexOf('-')
    wanted = end === -1 ? '' : wanted.slice(0, end)
  }
  return undefined
}

/** The language that an `Accept-Language` header asks for first among those spoken; the first spoken where none fits. */
export function negotiate(header: string | undefined, spoken: readonly string[]): string {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters
        .map(parameter => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
        .find(q => q !== undefined)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    const found = serve(tag, spoken)
    if (found !== undefined) return found
  }
  return spoken[0] ?? 'de'
}
