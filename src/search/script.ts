/** The scripts in which people write here. */
export type Script = 'Latin' | 'Cyrillic' | 'Arabic'

/** The script of a text: the first of Cyrillic and Arabic that it has a letter of, else Latin. */
export function scriptOf(text: string): Script {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'Cyrillic'
  return /\p{Script=Arabic}/u.test(text) ? 'Arabic' : 'Latin'
}

/** The script of each language, told from what most of its texts are written in. */
export function scriptsOf(
  texts: Iterable<{ readonly lang: string; readonly text: string }>,
): ReadonlyMap<string, Script> {
  const counts = new Map<string, Record<Script, number>>()
  for (const { lang, text } of texts) {
    const of = counts.get(lang) ?? { Latin: 0, Cyrillic: 0, Arabic: 0 }
    of[scriptOf(text)] += 1
    counts.set(lang, of)
  }
  const most = ({ Latin, Cyrillic, Arabic }: Record<Script, number>): Script => {
    if (Latin >= Cyrillic && Latin >= Arabic) return 'Latin'
    return Cyrillic >= Arabic ? 'Cyrillic' : 'Arabic'
  }
  return new Map([...counts].map(([lang, of]) => [lang, most(of)]))
}
