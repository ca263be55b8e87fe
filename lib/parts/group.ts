/** One group of a breakdown: a text or null (missing) for each property, or all groups beyond the limit together. */
export type Group = readonly (string | null)[] | typeof otherGroup

export const otherGroup = '$other'
