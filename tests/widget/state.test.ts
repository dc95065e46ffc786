import { describe, expect, it } from 'vitest'
import type { TurnMessage } from '../../src/render/message.ts'
import { nextScreen } from '../../widget/view/state.ts'
import { turnWith as turn } from '../support/messages.ts'

const help = (kind: string): TurnMessage['urgent'] => ({ kind, text: `help for ${kind}`, offers: [] })

describe('the help on top of a screen', () => {
  it('stays where a text called for it, and takes less room from then on', () => {
    const told = nextScreen(nextScreen(null, turn()), turn({ urgent: help('suicide') }))
    expect(told).toMatchObject({ turn: { urgent: { kind: 'suicide' } }, isUrgentKnown: false })
    const later = nextScreen(told, turn())
    expect(later).toMatchObject({ turn: { urgent: { kind: 'suicide' } }, isUrgentKnown: true })
  })

  it('goes where it hangs on an answer and the service no longer gives it', () => {
    const told = nextScreen(null, turn({ urgent: help('violence') }))
    expect(nextScreen(told, turn()).turn.urgent).toBeNull()
    expect(nextScreen(told, turn({ urgent: help('violence') })).isUrgentKnown).toBe(true)
  })

  it('is another one, and stands whole again, where another danger is told', () => {
    const told = nextScreen(null, turn({ urgent: help('violence') }))
    expect(nextScreen(told, turn({ urgent: help('medical') }))).toMatchObject({
      turn: { urgent: { kind: 'medical' } },
      isUrgentKnown: false,
    })
  })
})
