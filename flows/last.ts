import { flow } from '../src/dialogue/flow.ts'

/** Asked last, whatever the topics are: the place names the office. */
export const last = flow('last', {
  kreis: { ask: 'kreis', next: 'done' },
})
