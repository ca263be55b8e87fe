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

const program = new Command('sounding')
  .description('Self-serve product analytics on the data you already have.')
  .showHelpAfterError('(add --help to see how it is used)')
  .exitOverride()

for (const command of [loadCommand(), datasetsCommand(), catalogCommand(), sampleCommand(), queryCommand(), sqlCommand(), serveCommand()])
  program.addCommand(command)
for (const command of [program, ...program.commands, ...program.commands.flatMap(group => group.commands)]) command.exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUse
  else {
    console.error(explain(error))
    process.exitCode = error instanceof UsageError || error instanceof ConfigError ? wrongUse : failed
  }
}
