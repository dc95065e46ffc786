import { z } from 'zod'
import { factsSchema } from '../facts/schema.ts'

/** `catalogue/groups.yaml`: the groups for whom the project exists, each as what is known of a typical person. */
export const groupsFileSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), factsSchema)

export type Groups = z.infer<typeof groupsFileSchema>
