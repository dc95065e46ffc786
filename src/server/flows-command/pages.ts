import type { Flow } from '../../dialogue/flow.ts'
import { type Topic, topics } from '../../facts/topics.ts'
import type { Content } from '../content.ts'
import { flowPage } from './flow-page.ts'
import { overviewPage } from './overview-page.ts'

/** Every page of `docs/flows`, by the name of its file. */
export function flowPages(content: Content): ReadonlyMap<string, string> {
  const { byTopic, last } = content.world.flows
  const named: readonly (readonly [Topic | 'last', Flow | undefined])[] = [
    ...topics.map(topic => [topic, byTopic[topic]] as const),
    ['last', last],
  ]
  const pages = new Map([['README.md', overviewPage(content)]])
  for (const [name, flow] of named) if (flow) pages.set(`${name}.md`, flowPage(content, flow, name))
  return pages
}
