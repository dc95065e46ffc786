import { z } from 'zod'

/** `catalogue/danger.yaml`: the offers whose help lines stand on top, by kind of danger, first things first. */
export const dangerLinesSchema = z.strictObject({
  medical: z.array(z.string()).min(1),
  suicide: z.array(z.string()).min(1),
  child: z.array(z.string()).min(1),
  violence: z.array(z.string()).min(1),
  trafficking: z.array(z.string()).min(1),
  homeless: z.array(z.string()).min(1),
})

export type DangerLines = z.infer<typeof dangerLinesSchema>
