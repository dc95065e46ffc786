import type { Answer } from '../dialogue/conversation.ts'

/** After so many questions an interview rests: what is known is shown, and the person decides whether to go on. */
const stretch = 16

/**
 * Whether an interview rests here; with the answers `before` a step, whether that step brings it there. What was
 * volunteered was not asked, and the choice of topics is no interview yet.
 */
export function restsAfter(answers: readonly Answer[], before: readonly Answer[] = []): boolean {
  const asked = askedIn(answers)
  return asked > askedIn(before) && asked % stretch === 0
}

const askedIn = (answers: readonly Answer[]): number =>
  answers.filter(({ question, volunteered }) => question !== 'topics' && !volunteered).length
