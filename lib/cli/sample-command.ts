import { Command, InvalidArgumentError } from 'commander'
import { type Config, readConfig } from '@/lib/config'
import { makeSample } from '@/lib/sample'
import { reachStore } from '@/lib/store'
import { datasetName } from './dataset-name'
import { patience } from './patience'
import { writeOver } from './progress-line'

export function sampleCommand(): Command {
  return new Command('sample')
    .description('make the sample of an invented company: about a million events of the last 400 days')
    .option('--seed <number>', 'another seed makes another company', wholeNumber, 1)
    .option('--dataset <name>', 'the dataset to make', 'sample')
    .action(({ seed, dataset }: { readonly seed: number; readonly dataset: string }) => runSample(readConfig(), seed, datasetName(dataset)))
}

const stages = { inventing: 'Inventing a company', reading: 'Reading its events', committing: 'Sorting and writing' } as const

/** Makes the sample, with its progress on standard error; `serve` does so too where there is no data. */
export async function runSample(config: Config, seed: number, dataset: string): Promise<void> {
  const started = performance.now()
  const line = writeOver(process.stderr)
  try {
    const { added } = await makeSample(config, await reachStore(config, patience), {
      dataset,
      seed,
      now: new Date(),
      onProgress: ({ stage, fraction }) =>
        line.write(stage === 'committing' ? `${stages[stage]} …` : `${stages[stage]}: ${Math.floor(fraction * 100)} %`),
    })
    line.clear()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`Made the sample “${dataset}”: ${added.toLocaleString('en-US')} events in ${seconds} s.`)
  } finally {
    line.clear()
  }
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw new InvalidArgumentError('It must be a whole number.')
}
