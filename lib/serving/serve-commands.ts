import { readConfig } from '@/lib/config'
import { explainQuery, readDialect, runQuery } from '@/lib/run'
import { homeIn, makeFolders, type Services, serveOthers, storeServices } from '@/lib/store'

/** What the command line asks of a running server. */
const services: Services = {
  ...storeServices,
  query: (document, { signal }) => runQuery(document, { now: new Date(), signal }),
  explain: async input => {
    // Written by the command line of this same version.
    const { document, dialect } = input as { readonly document: unknown; readonly dialect: string }
    const read = readDialect(dialect)
    return read.ok ? explainQuery(document, read.value, new Date()) : read
  },
}

/** Makes this process the one through which commands reach the store while it runs. */
export async function serveCommands(): Promise<void> {
  const home = homeIn(readConfig().home)
  makeFolders(home)
  const server = await serveOthers(home, services)
  if (server === undefined)
    throw new Error(`Another server is running on the store in ${home.folder}. Stop it, or set SOUNDING_HOME to another folder.`)
}
