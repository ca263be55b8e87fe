// npm run bench [-- --events 50000000 --only funnel --parts events,growth,sample,memory,compile,load,browser --no-peers --out -]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@/lib/engines/duckdb'
import { ask } from './ask'
import { compileMs } from './compile-time'
import { loadRates } from './load-rate'
import { askBounded, peakMemory } from './memory'
import { type Options, readOptions } from './options'
import { questionsAbout, type Subject } from './questions'
import { type MeasuredDataset, type MeasuredQuestion, resultsPage } from './results'
import { heavyDataset, inventedDataset, inventedHome, openHome, readDataset, sampleHome } from './stores'
import { inventedSubject, sampleSubject } from './subjects'

const plentyMb = 8000
const littleMb = 512

const options = readOptions()
const say = (text: string): void => console.error(text)
mkdirSync(options.cache, { recursive: true })

const load = loadavg()[0]?.toFixed(1) ?? ''
const datasets: MeasuredDataset[] = []
const has = (part: string): boolean => options.parts.includes(part)
let engine = ''
const invented = has('events') || has('load') ? await inventedHome(options.cache, options.events, say) : ''
if (has('events')) datasets.push(...(await measureInvented(invented)))
const grown = has('events') && has('growth') ? await measureGrown() : undefined
if (has('sample')) datasets.push(await measureSample())
const rates = has('load') ? await loadRates(options.cache, invented, options.events, Math.min(1_000_000, options.events)) : undefined
const browser = has('browser') ? budgets() : undefined

const page = resultsPage({
  about: {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    engine,
    cores: navigator.hardwareConcurrency,
    load,
    rounds: options.rounds,
    limitSeconds: options.limitMs / 1000,
  },
  datasets,
  ...(grown && { grown }),
  ...(rates && { load: rates }),
  ...(browser && { browser }),
})
if (options.out === '-') console.log(page)
else writeFileSync(options.out, page)

async function measureInvented(home: string): Promise<readonly MeasuredDataset[]> {
  const database = await openHome(home, plentyMb)
  const plain = await measureDataset(database, 'Invented events', inventedSubject(inventedDataset), { ...options, withPeers: false })
  const heavy = await measureDataset(database, 'Invented events, one user with 0.5 % of each type', inventedSubject(heavyDataset), options)
  engine = await versionOf(database)
  database.close()
  if (!has('memory')) return [plain, heavy]
  const little = await openHome(home, littleMb)
  const dataset = await readDataset(little, heavyDataset)
  const rows: MeasuredQuestion[] = []
  for (const row of heavy.rows) rows.push({ ...row, bounded: await askBounded(little, dataset, row.question) })
  little.close()
  return [plain, { ...heavy, rows }]
}

async function measureGrown(): Promise<MeasuredDataset> {
  const database = await openHome(await inventedHome(options.cache, options.grown, say), plentyMb)
  const measured = await measureDataset(database, 'Invented events', inventedSubject(inventedDataset), { ...options, withPeers: false })
  database.close()
  return measured
}

async function measureSample(): Promise<MeasuredDataset> {
  const database = await openHome(await sampleHome(options.cache, new Date(), say), plentyMb)
  const subject = sampleSubject(await readDataset(database, 'sample'))
  const measured = await measureDataset(database, 'The sample', subject, options)
  engine = await versionOf(database)
  database.close()
  return measured
}

async function measureDataset(
  database: Database,
  title: string,
  subject: Subject,
  { only, rounds, limitMs, withPeers }: Options,
): Promise<MeasuredDataset> {
  const dataset = await readDataset(database, subject.dataset)
  const rows: MeasuredQuestion[] = []
  for (const question of questionsAbout(subject).filter(({ name }) => name.includes(only))) {
    const asked = await ask(database, dataset, subject.table, question, { rounds, limitMs, withPeers })
    const row: MeasuredQuestion = {
      ...asked,
      ...(has('memory') && { peakMb: await peakMemory(database, dataset, question) }),
      ...(has('compile') && { compileMs: await compileMs(question, dataset) }),
    }
    rows.push(row)
    const { floor, ours, mitzu } = asked
    const ended = mitzu === undefined ? '' : `, Mitzu ${mitzu === null ? 'did not end' : `${mitzu.cpuMs.toFixed(0)} ms`}`
    say(
      `${question.name}: ${ours.cpuMs.toFixed(0)} ms, ${(ours.cpuMs / floor.cpuMs).toFixed(1)} times the floor of ${floor.cpuMs.toFixed(0)} ms${ended}`,
    )
  }
  return { title, events: dataset.events.reduce((sum, event) => sum + event.events, 0), rows }
}

async function versionOf(database: Database): Promise<string> {
  const connection = await database.connect()
  const result = await connection.runAndReadAll('select version()')
  connection.closeSync()
  return String(result.getRows()[0]?.[0])
}

/** What the check of the built product's size says; nothing where it is not built. */
function budgets(): string | undefined {
  const root = join(import.meta.dirname, '..')
  if (!existsSync(join(root, '.next', 'BUILD_ID'))) return undefined
  return spawnSync(process.execPath, [join(root, 'scripts', 'check-budgets.mjs')], { encoding: 'utf8' }).stdout
}
