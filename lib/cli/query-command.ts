import { createReadStream } from 'node:fs'
import { Command, Option } from 'commander'
import { formatCell, type Table, tableToCsv } from '@/lib/chart'
import { readConfig } from '@/lib/config'
import { kinds } from '@/lib/kinds'
import type { Result } from '@/lib/problems'
import { parseDocument, type QueryAnswer, readJson, runQuery } from '@/lib/run'
import { askOwner, closeStore, homeIn, isOwned } from '@/lib/store'
import { failWith } from './fail-with'

const formats = ['table', 'json', 'csv'] as const

export function queryCommand(): Command {
  return new Command('query')
    .description('answer a query document')
    .argument('<file>', 'a file of JSON, or - for standard input')
    .addOption(new Option('--format <format>', 'how to print the answer').choices(formats).default('table'))
    .action(run)
}

async function run(file: string, { format }: { readonly format: (typeof formats)[number] }): Promise<void> {
  const document = await readDocument(file)
  if (!document.ok) return failWith(document.problems, nameOf(file))
  const answer = await ask(document.value)
  if (!answer.ok) return failWith(answer.problems)
  process.stdout.write(format === 'json' ? `${JSON.stringify(answer.value, null, 2)}\n` : printTable(answer.value, document.value, format))
}

/** The JSON of a file, or of standard input; no more of it than a server would take. */
export function readDocument(file: string): Promise<Result<unknown>> {
  return readJson(file === '-' ? process.stdin : createReadStream(file))
}

/** What a person calls the file that a document is read from. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)

async function ask(document: unknown): Promise<Result<QueryAnswer>> {
  const home = homeIn(readConfig().home)
  // The server is of the same version.
  if (await isOwned(home)) return (await askOwner(home, 'query', document)) as Result<QueryAnswer>
  return runQuery(document, { now: new Date() }).finally(closeStore)
}

function printTable(answer: QueryAnswer, written: unknown, format: 'table' | 'csv'): string {
  const parsed = parseDocument(written)
  if (!parsed.ok) throw new Error('the answer belongs to a document that cannot be read')
  // The kind's own answer to its own document.
  const { table } = kinds[answer.kind].chart(answer as never, parsed.value.document as never)
  return format === 'csv' ? tableToCsv(table) : alignColumns(table)
}

const locale = 'en-US'

function alignColumns({ columns, rows }: Table): string {
  const cells = rows.map(row => columns.map((column, index) => formatCell(row[index] ?? null, column, locale)))
  const lines = [columns.map(column => column.label), ...cells]
  const widths = columns.map((_, index) => Math.max(...lines.map(line => (line[index] ?? '').length)))
  const pad = (text: string, index: number) =>
    columns[index]?.holds === 'number' ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0)
  return `${lines.map(line => line.map(pad).join('  ').trimEnd()).join('\n')}\n`
}
