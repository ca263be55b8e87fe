import { createRequire } from 'node:module'
import { Command, CommanderError } from 'commander'
import { ConfigError } from '@/lib/config'
import { catalogCommand } from './catalog-command'
import { datasetsCommand } from './datasets-command'
import { failed, UsageError, wrongUse } from './exit'
import { explain } from './explain'
import { loadCommand } from './load-command'
import { queryCommand } from './query-command'
import { sampleCommand } from './sample-command'
import { serveCommand } from './serve-command'
import { sqlCommand } from './sql-command'

// Another folder than the one that the command is given in.
const packageOf: { readonly version: string } = createRequire(import.meta.url)('../../package.json')

const program = new Command('sounding')
  .description('Self-serve product analytics on the data you already have.')
  .version(packageOf.version, '-v, --version', 'print the version')

for (const command of [loadCommand(), datasetsCommand(), catalogCommand(), sampleCommand(), queryCommand(), sqlCommand(), serveCommand()])
  program.addCommand(command)
for (const command of [program, ...program.commands, ...program.commands.flatMap(group => group.commands)])
  command.exitOverride().showHelpAfterError('(add --help to see how it is used)')

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUse
  else {
    console.error(explain(error))
    process.exitCode = error instanceof UsageError || error instanceof ConfigError ? wrongUse : failed
  }
}
