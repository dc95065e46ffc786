import type { Desk } from '../../counsel/desk.ts'
import type { TakenDown } from '../../counsel/taken-down.ts'
import type { Day } from '../../facts/day.ts'
import type { Facts } from '../../facts/schema.ts'
import type { Topic } from '../../facts/topics.ts'
import type { PlaceNames } from '../../render/offer.ts'
import type { Claim } from '../../rules/condition.ts'
import type { Danger, World } from '../../turn/world.ts'

/** What stands in the form beside the facts. */
export interface DeskWishes {
  readonly topic: Topic | undefined
  readonly claim: Claim | undefined
  readonly query: string
  /** The language of the person. */
  readonly own: string
  /** The offer that is looked at. */
  readonly opened: string | undefined
  /** Facts to compare with. */
  readonly held: Facts | undefined
  readonly note: string
}

/** All that the page shows. */
export interface DeskView {
  readonly taken: TakenDown
  readonly wishes: DeskWishes
  readonly desk: Desk
  /** What the search field tells of danger. */
  readonly danger: Danger | undefined
  /** The facts as sealed answers, for the ways on. */
  readonly resume: string
}

/** What the page knows of offers and places. */
export interface Knowledge {
  readonly world: World
  readonly places: PlaceNames
  readonly today: Day
}
