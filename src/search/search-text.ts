/** One text by which an offer can be found. */
export interface SearchText {
  readonly offer: string
  readonly lang: string
  readonly kind: 'title' | 'words' | 'summary'
  readonly text: string
}
