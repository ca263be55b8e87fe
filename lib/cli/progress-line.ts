import type { WriteStream } from 'node:tty'
import type { LoadProgress } from '@/lib/ingest'

export interface ProgressLine {
  readonly show: (progress: LoadProgress) => void
  readonly clear: () => void
}

/** Shows how far a load is: one line that is written over on a terminal, now and then a line elsewhere. */
export function progressLine(stream: WriteStream): ProgressLine {
  let last = ''
  let shownAt = 0
  let startedAt = 0
  const show = (progress: LoadProgress) => {
    const now = performance.now()
    if (progress.stage === 'reading' && startedAt === 0) startedAt = now
    const text = describe(progress, (now - startedAt) / 1000)
    if (stream.isTTY) stream.write(`\r\x1b[K${text}`)
    else if (text !== last && (now - shownAt > 5000 || progress.stage !== 'reading')) stream.write(`${text}\n`)
    else return
    last = text
    shownAt = now
  }
  return { show, clear: () => void (stream.isTTY && stream.write('\r\x1b[K')) }
}

function describe(progress: LoadProgress, seconds: number): string {
  if (progress.stage !== 'reading') return progress.stage === 'checking' ? 'Looking at the files …' : 'Sorting and writing …'
  const { bytes, ofBytes } = progress
  const percent = ofBytes === 0 ? 100 : Math.floor((bytes / ofBytes) * 100)
  const rate = seconds > 0.5 ? `, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s` : ''
  return `Reading: ${(bytes / 1e6).toFixed(0)} of ${(ofBytes / 1e6).toFixed(0)} MB (${percent} %)${rate}`
}
