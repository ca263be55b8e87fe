import type { WriteStream } from 'node:tty'
import type { LoadProgress } from '@/lib/ingest'

export interface Line {
  readonly write: (text: string) => void
  readonly clear: () => void
}

const everyMs = 5000

/** One line that is written over on a terminal; elsewhere a line now and then. */
export function writeOver(stream: WriteStream): Line {
  let writtenAt = performance.now()
  return {
    write: text => {
      if (stream.isTTY) stream.write(`\r\x1b[K${text}`)
      else if (performance.now() - writtenAt > everyMs) {
        writtenAt = performance.now()
        stream.write(`${text}\n`)
      }
    },
    clear: () => void (stream.isTTY && stream.write('\r\x1b[K')),
  }
}

/** How far a load is, in words. */
export function describeProgress(progress: LoadProgress, seconds: number): string {
  if (progress.stage !== 'reading') return progress.stage === 'checking' ? 'Looking at the files …' : 'Sorting and writing …'
  const { bytes, ofBytes } = progress
  const percent = ofBytes === 0 ? 100 : Math.floor((bytes / ofBytes) * 100)
  const rate = seconds > 0.5 ? `, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s` : ''
  return `Reading: ${(bytes / 1e6).toFixed(0)} of ${(ofBytes / 1e6).toFixed(0)} MB (${percent} %)${rate}`
}
