/** A file that was read and waits to be committed. */
export interface ArrivingFile {
  /** Its number among the staged events. */
  readonly source: number
  readonly path: string
  /** Of its content. */
  readonly hash: string
  /** How it was read: the zone of times without an offset, and the names of fields. */
  readonly reading: string
  readonly rejected: number
}

/** A file whose events are in the store. */
export interface KnownFile {
  readonly file: number
  readonly path: string
  readonly hash: string
  readonly reading: string
  readonly events: number
}

export interface Decision<File> {
  readonly take: readonly File[]
  /** Their events are in the store already. */
  readonly skip: readonly File[]
  /** Numbers of known files whose events go: the file at their path has another content now, or is to be read in another way. */
  readonly replace: readonly number[]
}

/** Decides by content what a load adds and what it replaces, so that loading the same again changes nothing. */
export function decide<File extends Pick<ArrivingFile, 'path' | 'hash' | 'reading'>>(
  known: readonly KnownFile[],
  arriving: readonly File[],
): Decision<File> {
  const arrivingByPath = new Map(arriving.map(file => [file.path, file]))
  const isReplaced = (file: KnownFile) => {
    const now = arrivingByPath.get(file.path)
    return now !== undefined && (now.hash !== file.hash || now.reading !== file.reading)
  }
  const replace = new Set(known.filter(isReplaced).map(file => file.file))
  const staying = new Map(known.filter(file => !replace.has(file.file)).map(file => [file.hash, file]))
  const take: File[] = []
  const skip: File[] = []
  const taken = new Set<string>()
  for (const file of arriving) {
    const same = staying.get(file.hash)
    if (taken.has(file.hash) || same?.reading === file.reading) {
      skip.push(file)
      continue
    }
    if (same) replace.add(same.file)
    taken.add(file.hash)
    take.push(file)
  }
  return { take, skip, replace: [...replace] }
}
