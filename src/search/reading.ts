import type { Root } from './word-index.ts'

/** A root that a word of a query may stand for, and how surely, 0 to 1. */
export interface Reading {
  readonly root: Root
  readonly likeness: number
}
