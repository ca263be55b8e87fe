/** Entries whose label holds all words typed, in any order; those that begin with the text first. */
export function searchEntries<Entry extends { readonly label: string }>(entries: readonly Entry[], typed: string): readonly Entry[] {
  const text = typed.trim().toLowerCase()
  if (text === '') return entries
  const words = text.split(/[\s_]+/).filter(word => word !== '')
  const found = entries.filter(({ label }) => {
    const lower = label.toLowerCase()
    return lower.includes(text) || words.every(word => lower.includes(word))
  })
  const begins = (entry: Entry) => entry.label.toLowerCase().startsWith(text)
  return [...found.filter(begins), ...found.filter(entry => !begins(entry))]
}
