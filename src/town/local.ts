import type { Facts } from '../facts/schema.ts'
import type { TownContact } from './schema.ts'

/** What of an offer decides which contacts of the place it has. */
interface About {
  readonly id: string
  readonly topics: readonly string[]
  readonly urgency: string
}

/** Finds the contacts of the place for an offer; where nobody is asked for (`undefined`), those of every place. */
export type LocalFinder = (offer: About, facts: Facts | undefined) => readonly TownContact[]

/** A finder over a town's contacts: those of the own municipality before those of the own Kreis. */
export function createLocalFinder(contacts: readonly TownContact[]): LocalFinder {
  return (offer, facts) => {
    const found = contacts.filter(contact => serves(contact, offer))
    if (facts === undefined) return found
    const { gemeinde, kreis } = facts
    if (kreis === undefined) return []
    const own = found.filter(({ place }) => place === gemeinde)
    return [...own, ...found.filter(contact => !own.includes(contact) && kreisOf(contact.place) === kreis)]
  }
}

/** In danger a number that the town's topics bring must not stand before the lines: only offers that it names count. */
const serves = ({ offers = [], topics = [] }: TownContact, { id, topics: about, urgency }: About): boolean =>
  offers.includes(id) || (urgency !== 'danger' && topics.some(topic => about.includes(topic)))

/** The Kreis that a contact is for as a whole: a city that is no part of a Kreis is one. */
const kreisOf = (place: string): string | undefined =>
  place.length === 5 || place.endsWith('000') ? place.slice(0, 5) : undefined
