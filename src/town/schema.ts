import { z } from 'zod'
import { isPhone } from '../facts/phone.ts'
import { topics } from '../facts/topics.ts'
import { ags, colour, email, fields, isoDay, link, list, oneOf, phoneWith, site, text } from './field.ts'

/** Name and address of somebody who answers for something. */
const name = text('a name', 200)
const address = list('lines of an address', text('a line of an address', 100), 6)
const phone = phoneWith(isPhone)
const topic = oneOf('a topic', topics)

/** Opening hours in German, or by language with German among them. */
const hours = z.preprocess(
  written => (typeof written === 'string' ? { de: written } : written),
  z
    .record(z.string(), text('opening hours', 200), {
      error: 'must be opening hours in German, such as "Mo bis Fr 9 bis 12 Uhr", or a text for each language',
    })
    .refine(written => written['de'] !== undefined, 'must have the German text, under de'),
)

/** An office or a counselling centre of the place, shown first where its offers are. */
const contact = fields({
  name: text('the name that stands on the door', 120),
  offers: list(
    'ids of offers',
    text('the id of an offer, as docs/catalogue.md lists them', 100),
    200,
  ).exactOptional(),
  topics: list('topics', topic, topics.length).exactOptional(),
  place: ags('place'),
  phone: phone.exactOptional(),
  email: email.exactOptional(),
  url: link.exactOptional(),
  address: text('a street, a postal code and a town on one line', 200).exactOptional(),
  hours: hours.exactOptional(),
  languages: list('languages', text('the code of a language, such as ar or uk', 20), 40).exactOptional(),
  checked: isoDay,
})
  .refine(
    ({ offers, topics: about }) => offers !== undefined || about !== undefined,
    'needs offers or topics: else it is shown nowhere',
  )
  .refine(
    ({ phone: number, email: mail, url, address: street }) =>
      [number, mail, url, street].some(way => way !== undefined),
    'needs a way to reach it: phone, email, url or address',
  )

/** A town's file, as written. */
export const townSchema = fields({
  name: text('the name of the town or service', 60),
  logo: text('the path of an SVG, PNG or WebP file, seen from this file', 300).exactOptional(),
  colours: fields({ accent: colour }).exactOptional(),
  kreise: list('Kreise', ags('kreis'), 6).exactOptional(),
  languages: list(
    'languages',
    text('the code of a language of the service, such as uk', 20),
    100,
  ).exactOptional(),
  topics: list('topics', topic, topics.length).exactOptional(),
  sites: list('websites', site, 200).exactOptional(),
  imprint: link.exactOptional(),
  privacy: link.exactOptional(),
  accessibility: link.exactOptional(),
  controller: fields({ name, address, email, phone: phone.exactOptional() }).exactOptional(),
  dataProtectionOfficer: fields({
    name: name.exactOptional(),
    address: address.exactOptional(),
    email,
    phone: phone.exactOptional(),
  }).exactOptional(),
  accessibilityContact: fields({ email, phone: phone.exactOptional() }).exactOptional(),
  contacts: list('contacts', contact, 500).exactOptional(),
})

/** A town's file that fits its schema. */
export type TownFile = z.infer<typeof townSchema>
/** A contact of the place. */
export type TownContact = z.infer<typeof contact>
