import { dayInHesse } from '../facts/day.ts'
import { contradictions } from './examples.ts'
import { CatalogueError } from './fault.ts'
import { readCatalogue } from './read.ts'

/** `npm run catalogue`: reads the catalogue, runs every example, names each fault with its place. */
try {
  const today = dayInHesse(Date.now())
  const { offers } = readCatalogue('catalogue')
  const wrong = offers.flatMap(offer => contradictions(offer, today).map(fault => `${offer.id}: ${fault}`))
  for (const line of wrong) console.error(line)
  console.log(`${offers.length} offers, ${wrong.length} contradicted examples`)
  process.exitCode = wrong.length > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof CatalogueError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
