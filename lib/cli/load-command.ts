import { Command } from 'commander'
import { readConfig } from '@/lib/config'
import { findFiles, load } from '@/lib/ingest'
import { reachStore } from '@/lib/store'
import { datasetName } from './dataset-name'
import { Failure, failed, UsageError } from './exit'
import { fieldsFrom } from './fields'
import { summarise } from './load-summary'
import { patience } from './patience'
import { describeProgress, writeOver } from './progress-line'
import { timezone } from './timezone'

interface LoadFlags {
  readonly dataset: string
  readonly timezone?: string
  readonly map?: string
  readonly strict: boolean
}

/** The sample is made anew as a whole; what was loaded into it would be lost. */
const reserved = 'sample'

export function loadCommand(): Command {
  return new Command('load')
    .description('load events from files of JSON lines')
    .argument('<files...>', 'files, folders and patterns; .gz is read as it is')
    .option('--dataset <name>', 'the dataset to add the events to', 'events')
    .option(
      '--timezone <zone>',
      'the IANA zone of times without an offset, and of the dataset’s questions (default: the dataset’s, else UTC)',
    )
    .option('--map <pairs>', 'how the fields are named in the files, such as event_type=name,event_time=ts')
    .option('--strict', 'load nothing if a line is bad', false)
    .action(run)
}

async function run(asked: readonly string[], flags: LoadFlags): Promise<void> {
  const dataset = datasetName(flags.dataset)
  if (dataset === reserved)
    throw new UsageError('The dataset “sample” is made by “npx sounding sample”. Name another one for your own events.')
  const config = readConfig()
  const fields = fieldsFrom(flags.map)
  const zone = flags.timezone === undefined ? undefined : timezone(flags.timezone)
  const { files, missing } = await findFiles(asked, process.cwd())
  if (missing.length > 0)
    throw new Failure(
      `There is no file ${missing.map(text => `“${text}”`).join(', ')}. Name files that exist, or folders that hold some. Nothing was loaded.`,
    )
  const started = performance.now()
  const line = writeOver(process.stderr)
  try {
    const summary = await load(config, await reachStore(config, patience), {
      dataset,
      files,
      fields,
      timezone: zone,
      strict: flags.strict,
      now: new Date(),
      onProgress: progress => line.write(describeProgress(progress, (performance.now() - started) / 1000)),
    })
    line.clear()
    console.log(summarise(dataset, summary, (performance.now() - started) / 1000))
    if (!summary.isCommitted || summary.filesUnreadable === summary.files) process.exitCode = failed
  } finally {
    line.clear()
  }
}
