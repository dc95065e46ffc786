import type { Answer } from '../dialogue/conversation.ts'

/** After so many questions an interview rests: what is known is shown, and the person decides whether to go on. */
const stretch = 16

/** Whether an interview rests here. What was volunteered was not asked, and the choice of topics is no interview yet. */
export function restsAfter(answers: readonly Answer[]): boolean {
  const asked = answers.filter(({ question, volunteered }) => question !== 'topics' && !volunteered).length
  return asked > 0 && asked % stretch === 0
}
