import { Command } from 'commander'
import { readConfig } from '@/lib/config'
import { reachStore } from '@/lib/store'
import { patience } from './patience'

export function catalogCommand(): Command {
  const refresh = new Command('refresh')
    .description('count events, properties and values anew')
    .option('--dataset <name>', 'only this dataset')
    .action(async ({ dataset }: { readonly dataset?: string }) => {
      const store = await reachStore(readConfig(), patience)
      const names = await store.refreshCatalog(dataset ?? null)
      console.log(names.length === 0 ? 'No data is loaded yet.' : `Counted anew: ${names.join(', ')}`)
    })
  return new Command('catalog').description('what is known of events and properties').addCommand(refresh)
}
