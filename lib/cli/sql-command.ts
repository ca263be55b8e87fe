import { Command, Option } from 'commander'
import { readConfig } from '@/lib/config'
import type { Result } from '@/lib/problems'
import { type Explanation, explainQuery, readDialect } from '@/lib/run'
import { askOwner, closeStore, homeIn, isOwned } from '@/lib/store'
import { failWith } from './fail-with'
import { nameOf, readDocument } from './query-command'

export function sqlCommand(): Command {
  return new Command('sql')
    .description('print the SQL of a query document; nothing runs')
    .argument('<file>', 'a file of JSON, or - for standard input')
    .addOption(new Option('--dialect <dialect>', 'whose SQL').choices(['duckdb', 'databricks']).default('duckdb'))
    .action(async (file: string, { dialect }: { readonly dialect: string }) => {
      const document = await readDocument(file)
      if (!document.ok) return failWith(document.problems, nameOf(file))
      const explained = await explain(document.value, dialect)
      if (!explained.ok) return failWith(explained.problems)
      const { sql, parameters } = explained.value
      console.log(sql)
      for (const [index, value] of parameters.entries())
        console.log(`-- ${explained.value.placeholders[index]} = ${typeof value === 'bigint' ? value : JSON.stringify(value)}`)
    })
}

async function explain(document: unknown, dialectName: string): Promise<Result<Explanation>> {
  const home = homeIn(readConfig().home)
  // The server is of the same version.
  if (await isOwned(home)) return (await askOwner(home, 'explain', { document, dialect: dialectName })) as Result<Explanation>
  const dialect = readDialect(dialectName)
  return dialect.ok ? explainQuery(document, dialect.value, new Date()).finally(closeStore) : dialect
}
