import { Command } from 'commander'
import { readConfig } from '@/lib/config'
import { reachStore } from '@/lib/store'
import { patience } from './patience'

export function datasetsCommand(): Command {
  return new Command('datasets').description('list what is loaded').action(async () => {
    const store = await reachStore(readConfig(), patience)
    const datasets = await store.datasets()
    if (datasets.length === 0)
      console.log('No data is loaded yet. Load files with “npx sounding load FILES”, or make the sample with “npx sounding sample”.')
    for (const { name, events, timezone, isSample } of datasets) {
      console.log(`${name}\t${events.toLocaleString('en-US')} events\t${timezone}${isSample ? '\tsample' : ''}`)
    }
  })
}
