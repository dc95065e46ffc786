/** A text as it stands in a page: what isolates a German word or a number is an element there. */
export const asSeen = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
