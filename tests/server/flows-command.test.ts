import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Flow } from '../../src/dialogue/flow.ts'
import { day } from '../../src/facts/day.ts'
import { arrowsOf, stepsOfEverybody } from '../../src/server/flows-command/arrows.ts'
import { flowsFolder, runFlowsCommand } from '../../src/server/flows-command/command.ts'
import { label } from '../../src/server/flows-command/label.ts'
import { flowPages } from '../../src/server/flows-command/pages.ts'
import { arbitraryFacts } from '../support/arbitrary-facts.ts'
import { type Drawing, readStatechart, wordsOfLabel } from '../support/read-statechart.ts'
import { realContent } from '../support/service.ts'

const content = realContent()
const { flows, sensitive, offers } = content.world
const german = content.speeches.of('de')
const pages = flowPages(content)
const today = day('2026-11-21')

const flowNamed: { readonly [name: string]: Flow | undefined } = { ...flows.byTopic, last: flows.last }
const each = [...pages]
  .filter(([file]) => file !== 'README.md')
  .map(([file, page]) => {
    const flow = flowNamed[file.replace('.md', '')]
    if (!flow) throw new TypeError(`${file} shows no flow`)
    const mermaid = /```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1] ?? ''
    return [file, { flow, page, mermaid, drawing: () => readStatechart(mermaid) }] as const
  })

const folder = mkdtempSync(join(tmpdir(), 'flows-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: readonly string[]): { readonly code: number; readonly said: readonly string[] } {
  const said: string[] = []
  const code = runFlowsCommand(args, line => said.push(line), folder)
  return { code, said }
}

describe('the pages of the flows', () => {
  it('are what flows, texts and catalogue say today: run `npm run flows -- write` after a change', () => {
    const there = readdirSync(flowsFolder).map(
      file => [file, readFileSync(join(flowsFolder, file), 'utf8')] as const,
    )
    expect(new Map(there)).toEqual(pages)
  })

  it('are one for each topic, one for what is asked last, and an overview that leads to all of them', () => {
    const files = [...Object.keys(flows.byTopic), 'last'].map(name => `${name}.md`)
    expect([...pages.keys()].sort()).toEqual([...files, 'README.md'].sort())
    for (const file of files) expect(pages.get('README.md')).toContain(`](${file})`)
  })
})

describe('npm run flows', () => {
  it('finds the pages of the repository fresh', () => {
    const said: string[] = []
    expect(runFlowsCommand([], line => said.push(line))).toBe(0)
    expect(said).toEqual([`${pages.size} pages, 0 stale`])
  })

  it('misses every page in an empty folder, writes them, and then finds all well', () => {
    expect(run('check').code).toBe(1)
    expect(run('write').said).toHaveLength(pages.size)
    expect(run('check')).toEqual({ code: 0, said: [`${pages.size} pages, 0 stale`] })
    expect(run('write')).toEqual({ code: 0, said: [] })
  })

  it('names a page that is stale and one of a flow that is gone, and mends both', () => {
    run('write')
    writeFileSync(join(folder, 'money.md'), 'of old')
    writeFileSync(join(folder, 'gone.md'), 'of old')
    const { code, said } = run()
    expect(code).toBe(1)
    expect(said.slice(0, -1).map(line => line.split(' ')[0])).toEqual([
      join(folder, 'money.md'),
      join(folder, 'gone.md'),
    ])
    run('write')
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
    expect(run().code).toBe(0)
  })

  it.each([['dance'], ['check twice'], ['write here']])(
    'says how it is called where it is told to %s',
    words => {
      const { code, said } = run(...words.split(' '))
      expect(code).toBe(2)
      expect(said.join()).toContain('npm run flows -- <command>')
    },
  )
})

describe('the picture', () => {
  const stepsOf = ({ boxes }: Drawing) => [...boxes.keys()].sort()

  /** Everything that is reached from a place by arrows, or by arrows walked backwards. */
  function reached({ arrows }: Drawing, start: 'start' | 'end'): readonly string[] {
    const ends = arrows.map(({ from, to }) => (start === 'start' ? { from, to } : { from: to, to: from }))
    const found = new Set(ends.filter(({ from }) => from === '[*]').map(({ to }) => to))
    for (const place of found)
      for (const { from, to } of ends) if (from === place && to !== '[*]') found.add(to)
    return [...found].sort()
  }

  it.each(each)('is a Mermaid statechart in which every arrow has two ends: %s', (_, { drawing }) => {
    const drawn = drawing()
    const places = new Set(['[*]', ...drawn.boxes.keys()])
    expect(drawn.arrows.filter(({ from, to }) => !places.has(from) || !places.has(to))).toEqual([])
    expect(drawn.title).toContain('Fragen: ')
  })

  it.each(each)(
    'leads from the start to every step, and from every step to the end: %s',
    (_, { drawing }) => {
      const drawn = drawing()
      expect(reached(drawn, 'start')).toEqual(stepsOf(drawn))
      expect(reached(drawn, 'end')).toEqual(stepsOf(drawn))
    },
  )

  it.each(each)('has the whole German question and the fact of each step: %s', (_, { flow, drawing }) => {
    const { boxes } = drawing()
    expect(stepsOf(drawing())).toEqual(Object.keys(flow.steps).sort())
    for (const [step, { ask }] of Object.entries(flow.steps)) {
      expect(boxes.get(step)).toMatch(/^\d+ · /)
      expect(boxes.get(step)).toContain(`${german.text(`questions:${ask}.text`)} (${ask})`)
    }
  })

  it.each(each)('has the arrows of the flow, each branch with its condition: %s', (_, { flow, drawing }) => {
    const [start, ...arrows] = drawing().arrows
    expect(start).toMatchObject({ from: '[*]', to: Object.keys(flow.steps)[0] })
    const written = Object.entries(flow.steps).flatMap(([from, { next }]) =>
      (typeof next === 'string' ? [{ to: next }] : next).map(branch => ({
        from,
        to: branch.to === 'done' ? '[*]' : branch.to,
        isConditional: 'if' in branch,
        isAlone: typeof next === 'string' || next.length === 1,
      })),
    )
    expect(arrows.map(({ from, to }) => ({ from, to }))).toEqual(
      written.map(({ from, to }) => ({ from, to })),
    )
    for (const [index, { isConditional, isAlone }] of written.entries())
      expect(arrows[index]?.says).toMatch(isConditional ? /^(sonst, )?wenn: \S/ : isAlone ? /^$/ : /^sonst$/)
  })

  it.each(each)(
    'marks the sensitive questions, and no other, in words and in style: %s',
    (_, { flow, drawing }) => {
      const { boxes, styled } = drawing()
      const isSensitive = (step: string) => {
        const ask = flow.steps[step]?.ask
        return ask !== undefined && sensitive.has(ask)
      }
      const steps = Object.keys(flow.steps)
      expect(styled.get('sensitive')).toEqual(steps.filter(isSensitive))
      expect(styled.get('question')).toEqual(steps.filter(step => !isSensitive(step)))
      const said = steps.filter(step => boxes.get(step)?.endsWith('besonders geschützt'))
      expect(said).toEqual(steps.filter(isSensitive))
    },
  )

  it('says conditions in words of their facts, never as code', () => {
    const says = each.flatMap(([, { drawing }]) => drawing().arrows.map(arrow => arrow.says))
    expect(says).toContain(`wenn: ${german.text('criteria:facts.childrenAges.some').replace(/\.$/, '')}`)
    const conditions = Object.values(flowNamed).flatMap(flow =>
      flow ? arrowsOf(flow).flatMap(({ when }) => (when.kind === 'if' ? [when.condition] : [])) : [],
    )
    expect(conditions.length).toBeGreaterThan(0)
    const facts = JSON.stringify(conditions).match(/(?<="fact":")\w+/g) ?? []
    for (const fact of facts) expect(says.filter(text => text.includes(fact))).toEqual([])
  })

  it('would not be read if a label broke out of its line', () => {
    const [, first] = each[0] ?? []
    const broken = ['"', ':', ';', '<b>', '[x]', '\n'].map(letter =>
      (first?.mermaid ?? '').replace('1 · ', `1 ${letter} `),
    )
    for (const mermaid of broken) expect(() => readStatechart(mermaid)).toThrow(SyntaxError)
  })
})

describe('a label', () => {
  const arbitraryText = fc
    .array(
      fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('§ 24', '#58;', '<br/>', '"')),
    )
    .map(parts => parts.join(' ').replace(/\s+/g, ' ').trim())
    .filter(text => text !== '')

  it('keeps every word, and lets no letter through that Mermaid reads itself', () => {
    fc.assert(
      fc.property(arbitraryText, fc.integer({ min: 1, max: 60 }), (text, width) => {
        const made = label(text, width)
        expect(made.replaceAll('<br/>', '').replace(/#\d+;/g, '')).not.toMatch(/[#;:"'`<>&%{}[\]|\\*_~\n]/)
        expect(wordsOfLabel(made)).toBe(text)
      }),
    )
  })

  it('has lines that are no longer than wanted, where words allow', () => {
    const word = fc.stringMatching(/^[a-zäöü]{1,30}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (words, width) => {
        for (const line of label(words.join(' '), width).split('<br/>'))
          expect(line.length <= width || !line.includes(' ')).toBe(true)
      }),
    )
  })
})

describe('the list below the picture', () => {
  const entries = (page: string) => page.split(/^(?=\d+\. \*\*)/m).slice(1)

  it.each(each)('has the same questions in the same order, each with its reason: %s', (_, { flow, page }) => {
    const asks = Object.values(flow.steps).map(({ ask }) => ask)
    const wanted = asks.map(
      (ask, index) => `${index + 1}. **${german.text(`questions:${ask}.text`)}** \`${ask}\``,
    )
    const found = entries(page)
    expect(found.map((entry, index) => entry.slice(0, wanted[index]?.length))).toEqual(wanted)
    for (const [index, ask] of asks.entries())
      expect(found[index]).toContain(`- Warum: ${german.text(`questions:${ask}.why`)}\n`)
  })

  it.each(each)('names the offers of the topic that read the answer: %s', (_, { flow, page }) => {
    const own = offers.filter(
      ({ status, topics }) =>
        status !== 'ended' && (flow === flows.last || topics.some(t => t === flow.name)),
    )
    for (const [index, { ask }] of Object.values(flow.steps).entries()) {
      const facts: readonly string[] = ask === 'kreis' ? ['kreis', 'gemeinde'] : [ask]
      const titles = own
        .filter(({ rule }) => rule.facts.some(fact => facts.includes(fact)))
        .map(({ titleDe }) => titleDe)
      const line = /- Angebote, die davon abhängen \((\d+)\): (.*)/.exec(entries(page)[index] ?? '')
      expect(line?.[1]).toBe(String(titles.length))
      if (titles.length > 0) expect(line?.[2]).toContain(titles.join(', '))
    }
  })

  it.each(each)('says that all come to a step only where all do: %s', (_, { flow, page }) => {
    const asks = Object.values(flow.steps).map(({ ask }) => ask)
    const ofAll = entries(page).flatMap((entry, index) =>
      entry.includes('- Wer kommt hierher: alle\n') ? [asks[index]] : [],
    )
    expect(ofAll.length).toBe(stepsOfEverybody(flow).size)
    fc.assert(
      fc.property(arbitraryFacts(), facts => {
        expect([...flow.walk(() => facts, today)]).toEqual(expect.arrayContaining(ofAll))
      }),
    )
  })
})
