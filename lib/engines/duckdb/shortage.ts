/** What to do when the machine has run out of something, in one line; undefined for every other failure. The engine tells them apart by their text only. */
export function explainShortage(error: unknown): string | undefined {
  const said = error instanceof Error ? error.message : String(error)
  const isNodesDiskFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  if (isNodesDiskFull || /no space left on device|disk is full|max_temp_directory_size/i.test(said))
    return `The disk is full. Make room, or set SOUNDING_HOME to a folder on another disk, and try again. (${firstLineOf(said)})`
  if (/^out of memory error|failed to allocate|could not allocate/i.test(said))
    return `There is too little memory for this. Let the engine have more of it by SOUNDING_MEMORY, such as “4GB”, and try again. (${firstLineOf(said)})`
  return undefined
}

function firstLineOf(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
