/** What a plain page of the talk shows, read off its HTML as a person reads it: no script, no embedded data. */
export interface ShownPage {
  readonly lang: string
  readonly transcript: readonly {
    readonly question: string
    readonly text: string
    readonly answer: string
  }[]
  /** The question that is put; `null` where there is none. */
  readonly question: {
    readonly id: string
    readonly text: string
    readonly options: readonly string[]
  } | null
  /** Ids of the offers that are listed, as cards or rows. */
  readonly offers: readonly string[]
  /** The one offer that stands open by itself. */
  readonly offer: string | null
  /** What is said beside the question. */
  readonly said: readonly string[]
  readonly error: string | null
  /** Where its forms go, and the token that they carry. */
  readonly action: string
  readonly resume: string
}

/** Reads a page of the talk. */
export function readTalkPage(source: string): ShownPage {
  const body = source.replace(/<script\b[\s\S]*?<\/script>/g, '')
  const asked = /<section class="question" data-question="(.*?)">([\s\S]*?)<\/section>/.exec(body)
  const one = /<section class="one">[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
  const answered =
    / data-question="([^"]*)"><form[\s\S]*?<span class="asked">(.*?)<\/span> <strong>(.*?)<\/strong>/g
  return {
    lang: /<html lang="(.*?)"/.exec(body)?.[1] ?? '',
    transcript: all(answered, body).map(([question, text, answer]) => ({ question, text, answer })),
    question: asked && {
      id: asked[1] ?? '',
      text: plain(/<h2 id="question"[^>]*>(.*?)<\/h2>/.exec(asked[2] ?? '')?.[1]),
      options: all(/(?:<button|checkbox")[^>]* name="value" value="(.*?)"/g, asked[2] ?? '').map(
        ([value]) => value,
      ),
    },
    offers: all(/ data-offer="(.*?)"/g, body.replace(one, '')).map(([id]) => id),
    offer: / data-offer="(.*?)"/.exec(one)?.[1] ?? null,
    said: all(
      /<(?:p class="\w+"|button class="button" name="lang"[^>]*)>(.*?)<\/(?:p|button)>/g,
      /<section class="say">[\s\S]*?<\/section>/.exec(body)?.[0] ?? '',
    ).map(([text]) => text),
    error: plain(/<p class="error"[^>]*>(.*?)<\/p>/.exec(body)?.[1]) || null,
    action: / action="(.*?)"/.exec(body)?.[1] ?? '',
    resume: / name="resume" value="([^"]+)"/.exec(body)?.[1] ?? '',
  }
}

type Groups = readonly [string, string, string]

const all = (pattern: RegExp, text: string): readonly Groups[] =>
  [...text.matchAll(pattern)].map(
    ([, ...[first, second, third]]): Groups => [plain(first), plain(second), plain(third)],
  )

const characters: { readonly [entity: string]: string } = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** A text of a page as the service said it: elements that isolate are isolates again. */
const plain = (text = ''): string =>
  text
    .replace(/<bdi lang="de" dir="ltr">/g, '\u2068')
    .replace(/<bdi dir="ltr">/g, '\u2066')
    .replace(/<\/bdi>/g, '\u2069')
    .replace(/&(amp|lt|gt|quot|#39);/g, entity => characters[entity] ?? '')
