/** How many exclusion events of the entity come before an event; how many with itself; and how many up to the end of its instant. */
export const excludedBefore = (exclusion: number): string => `excluded_before${exclusion + 1}`
export const excludedThrough = (exclusion: number): string => `excluded_through${exclusion + 1}`
export const excludedAtInstant = (exclusion: number): string => `excluded_at_instant${exclusion + 1}`
