import type { Position } from '../dialogue/replay.ts'
import type { Danger } from './world.ts'

/** What a danger shows in: the facts, and what the person came for. */
export type Signs = Pick<Position, 'topics' | 'facts'>

/** Whether answers tell of violence. Who chose protection is believed at once, unless they say that nothing happened. */
export const isInDanger = ({ topics, facts }: Signs): boolean =>
  facts.affectedByViolence ?? topics.includes('safety')

/** Whether a danger is one in which minutes count, and nothing else matters. */
export const isAboutLife = ({ kind }: Danger): boolean => kind === 'medical' || kind === 'suicide'
