import type { LoadSummary } from '@/lib/ingest'

const count = new Intl.NumberFormat('en-US')

/** What a load has done, for a person. */
export function summarise(dataset: string, summary: LoadSummary, seconds: number): string {
  const lines = [headline(dataset, summary, seconds), `  files     ${filesOf(summary)}`]
  if (summary.lines > 0) lines.push(`  lines     ${count.format(summary.lines)}`)
  lines.push(`  events    ${count.format(summary.added)} added`)
  if (summary.rejects !== null) lines.push(`  rejected  ${count.format(summary.rejected)}, with their reasons in ${summary.rejects}`)
  if (summary.added > 0) {
    lines.push(
      `  rate      ${(summary.bytes / 1e6 / seconds).toFixed(1)} MB/s, ${count.format(Math.round(summary.added / seconds))} events/s`,
    )
  }
  return lines.join('\n')
}

function headline(dataset: string, summary: LoadSummary, seconds: number): string {
  if (!summary.isCommitted)
    return `Nothing was loaded, because ${count.format(summary.rejected)} lines or files are bad and --strict is set.`
  if (summary.files === summary.filesUnchanged) return `Everything is already loaded in “${dataset}”.`
  return `Loaded into “${dataset}” in ${seconds.toFixed(1)} s.`
}

function filesOf({ files, filesLoaded, filesReplaced, filesUnchanged, filesUnreadable }: LoadSummary): string {
  const parts = [`${count.format(files)} given`, `${count.format(filesLoaded)} loaded`]
  if (filesReplaced > 0) parts.push(`${count.format(filesReplaced)} replaced`)
  if (filesUnchanged > 0) parts.push(`${count.format(filesUnchanged)} already loaded`)
  if (filesUnreadable > 0) parts.push(`${count.format(filesUnreadable)} unreadable`)
  return parts.join(', ')
}
