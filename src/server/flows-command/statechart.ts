import type { Flow } from '../../dialogue/flow.ts'
import type { Content } from '../content.ts'
import { type Arrow, arrowsOf, firstStep, numberOf } from './arrows.ts'
import { label, masked, newLine } from './label.ts'
import { conditionInWords, questionText } from './words.ts'

/** How many letters a line holds at most, in the box of a step and beside an arrow. */
const width = { step: 28, arrow: 24 }

/** The flow as a Mermaid statechart: each step with its German question and its fact, each branch with its condition. */
export function statechart(content: Content, flow: Flow, title: string): string {
  const steps = Object.entries(flow.steps)
  const isSensitive = ([, { ask }]: (typeof steps)[number]) => content.world.sensitive.has(ask)
  return [
    // Boxes wide enough for our lines, which Mermaid would break once more; the setting is called so for all pictures.
    '---',
    'config:',
    '  flowchart:',
    '    wrappingWidth: 320',
    '---',
    'stateDiagram-v2',
    `accTitle: ${masked(title)}`,
    'accDescr: Dieselbe Reihenfolge steht unter dem Bild als Liste.',
    'direction TB',
    // Colours of their own, so that the picture is legible on light and on dark pages.
    'classDef question fill:#ffffff,stroke:#5b6770,color:#1b1f23',
    'classDef sensitive fill:#fff3d1,stroke:#8a5a00,color:#1b1f23,stroke-width:3px',
    ...steps.map(([step, { ask }]) => {
      const question = label(`${numberOf(flow, step)} · ${questionText(content, ask)}`, width.step)
      const mark = content.world.sensitive.has(ask) ? `${newLine}besonders geschützt` : ''
      return `state "${question}${newLine}(${masked(ask)})${mark}" as ${step}`
    }),
    ...classLine(
      'question',
      steps.filter(step => !isSensitive(step)),
    ),
    ...classLine('sensitive', steps.filter(isSensitive)),
    `[*] --> ${firstStep(flow) ?? '[*]'}`,
    ...arrowsOf(flow).map(arrow => arrowLine(content, arrow)),
  ].join('\n')
}

const classLine = (name: string, steps: readonly (readonly [string, unknown])[]): readonly string[] =>
  steps.length > 0 ? [`class ${steps.map(([step]) => step).join(',')} ${name}`] : []

function arrowLine(content: Content, { from, to, when }: Arrow): string {
  const arrow = `${from} --> ${to === 'done' ? '[*]' : to}`
  switch (when.kind) {
    case 'always':
      return arrow
    case 'otherwise':
      return `${arrow} : sonst`
    case 'if': {
      // Each "and" and "or" begins a line.
      const words = conditionInWords(content, when.condition, word => `\n${word.toUpperCase()}`)
      return `${arrow} : ${label(`${when.isFirst ? 'wenn' : 'sonst, wenn'}:\n${words}`, width.arrow)}`
    }
    default:
      return when satisfies never
  }
}
