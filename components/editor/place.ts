/** An entry's place in the document. It is also the entry's identity: entries have no other, and keep their controls while they are edited. */
export const placeIn = (path: string, at: number): string => `${path}[${at}]`
