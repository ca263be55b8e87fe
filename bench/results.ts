import type { Asked } from './ask'
import type { LoadRates } from './load-rate'
import type { Taken } from './measure'

/** What was measured; parts that were not are missing. */
export interface Measured {
  readonly about: {
    readonly date: string
    readonly node: string
    readonly engine: string
    readonly cores: number
    readonly load: string
    readonly rounds: number
    readonly limitSeconds: number
  }
  readonly datasets: readonly MeasuredDataset[]
  /** The first of them, grown several times. */
  readonly grown?: MeasuredDataset
  readonly load?: LoadRates
  readonly browser?: string
}

export interface MeasuredDataset {
  readonly title: string
  readonly events: number
  readonly rows: readonly MeasuredQuestion[]
}

export interface MeasuredQuestion extends Asked {
  readonly compileMs?: number
  readonly peakMb?: number
  /** Null where it did not fit. */
  readonly bounded?: Taken | null
}

const seconds = (ms: number): string => (ms / 1000).toFixed(ms < 100 ? 3 : 2)
const times = (ratio: number): string => (ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0))

function verdict(ratio: number, target: number): string {
  return ratio <= target * 1.05 ? '' : ' **missed**'
}

export function resultsPage(measured: Measured): string {
  const { about } = measured
  return `${[
    '# How fast it is',
    `Written by \`npm run bench\` on ${about.date}: ${about.cores} cores, Node ${about.node}, DuckDB ${about.engine}, 2 threads; load of the machine at the start: ${about.load}.`,
    definitions(about.limitSeconds, about.rounds),
    ...[...measured.datasets, ...(measured.grown ? [measured.grown] : [])].flatMap(dataset => datasetSection(dataset, about.limitSeconds)),
    growthSection(measured),
    loadSection(measured.load),
    browserSection(measured.browser),
  ]
    .filter(part => part !== '')
    .join('\n\n')}\n`
}

const definitions = (
  limitSeconds: number,
  rounds: number,
): string => `**How it is measured.** Processor seconds of the process around the product's own statement, from its own compiler, on its own tables; medians
of ${rounds} rounds in which floor, product and peer follow one another, after one that warms up. The *floor* is \`SELECT count(*), max(column), ...\` over the same rows and columns of
any installation's table: \`event_type\`, \`event_time\`, \`user_id\`, and the keys of the MAP that the question reads. The embedded store keeps an integer for each user, which
the product reads instead: *by key* is the ratio to a floor that reads that integer too. *Mitzu* is the statement of Mitzu 0.6.11 (see \`mitzu.ts\`), which counts by \`user_id\`, with ${limitSeconds} s of time; what takes more than 5 s runs once.
Ratios hold from machine to machine, seconds do not. A target counts as missed when it is by more than 5 %. Where Mitzu did not end, “>” is its time limit by the clock of the product's
run: how much slower it is was not measured.

**Where definitions differ.** Mitzu's funnel counts an entity in each group in which it has an entry, and equal instants never convert; its retention rounds times to minutes, starts
periods at the midnight before the start, and has no first start of an entity: it takes every one; its segmentation has no total over the range and no limit of groups.`

function datasetSection({ title, events, rows }: MeasuredDataset, limitSeconds: number): readonly string[] {
  if (rows.length === 0) return []
  const hasMemory = rows.some(row => row.peakMb !== undefined)
  const hasBounded = rows.some(row => row.bounded !== undefined)
  const hasCompile = rows.some(row => row.compileMs !== undefined)
  const head = ['question', 'floor s', 'product s', '× floor', 'target', 'by key', 'Mitzu s', 'Mitzu / product', 'target', 'wall s']
  if (hasMemory) head.push('peak MB')
  if (hasBounded) head.push('with 512 MB, s')
  if (hasCompile) head.push('compile ms')
  const lines = rows.map(row => {
    const { question, floor, keyedFloor, ours } = row
    const ratio = ours.cpuMs / floor.cpuMs
    const cells = [
      question.title,
      seconds(floor.cpuMs),
      seconds(ours.cpuMs),
      times(ratio),
      `${question.target}${verdict(ratio, question.target)}`,
      times(ours.cpuMs / keyedFloor.cpuMs),
      ...againstMitzu(row, limitSeconds),
      seconds(ours.wallMs),
    ]
    if (hasMemory) cells.push(row.peakMb === undefined ? '' : row.peakMb.toFixed(0))
    if (hasBounded) cells.push(row.bounded === undefined ? '' : row.bounded === null ? 'does not fit' : seconds(row.bounded.cpuMs))
    if (hasCompile) cells.push(row.compileMs === undefined ? '' : row.compileMs.toFixed(2))
    return cells
  })
  return [`## ${title} (${events.toLocaleString('en-US')} events)`, table(head, lines)]
}

function againstMitzu({ question, ours, mitzu }: Asked, limitSeconds: number): readonly string[] {
  if (mitzu === undefined) return [question.mitzu === null ? 'has none' : '', '', '']
  if (mitzu === null) return ['did not end', `> ${times((limitSeconds * 1000) / ours.wallMs)}`, `${question.targetMitzu}`]
  const ratio = mitzu.cpuMs / ours.cpuMs
  return [seconds(mitzu.cpuMs), times(ratio), `${question.targetMitzu}${verdict(question.targetMitzu, ratio)}`]
}

function growthSection({ datasets, grown }: Measured): string {
  const lines = [...datasets.filter(({ title }) => title.startsWith('Invented')).flatMap(stepsGrowth), ...eventsGrowth(datasets[0], grown)]
  return lines.length === 0 ? '' : `## Growth\n\n${table(['', 'growth', 'target', 'of the floor'], lines)}`
}

function stepsGrowth({ title, rows }: MeasuredDataset): readonly (readonly string[])[] {
  const two = rows.find(row => row.question.name === 'funnel-2-dense')
  const twelve = rows.find(row => row.question.name === 'funnel-12')
  return two && twelve ? [growthRow(`${title}: from 2 to 12 steps`, two, twelve, 4)] : []
}

function eventsGrowth(small: MeasuredDataset | undefined, grown: MeasuredDataset | undefined): readonly (readonly string[])[] {
  if (small === undefined || grown === undefined) return []
  const target = (7 * grown.events) / small.events / 5
  return small.rows.flatMap(row => {
    const later = grown.rows.find(({ question }) => question.name === row.question.name)
    return later ? [growthRow(`${row.question.title}: to ${grown.events.toLocaleString('en-US')} events`, row, later, target)] : []
  })
}

function growthRow(title: string, before: Asked, after: Asked, target: number): readonly string[] {
  const ratio = after.ours.cpuMs / before.ours.cpuMs
  return [
    title,
    `${times(ratio)} times`,
    `${times(target)}${verdict(ratio, target)}`,
    `${times(after.floor.cpuMs / before.floor.cpuMs)} times`,
  ]
}

function loadSection(load: LoadRates | undefined): string {
  if (load === undefined) return ''
  const rate = ({ wallMs, cpuMs }: Taken): readonly string[] => [
    seconds(wallMs),
    seconds(cpuMs),
    Math.round(load.events / (wallMs / 1000)).toLocaleString('en-US'),
    (load.megabytes / (wallMs / 1000)).toFixed(0),
  ]
  const ratio = load.engine.cpuMs / load.product.cpuMs
  const walls = load.engine.wallMs / load.product.wallMs
  return `## Loading ${load.events.toLocaleString('en-US')} events, ${load.megabytes.toFixed(0)} MB of JSON lines

${table(
  ['', 'wall s', 'processor s', 'events/s', 'MB/s'],
  [
    ['`load`: hashed, checked line by line, sorted, keyed, catalog counted', ...rate(load.product)],
    ['`CREATE TABLE AS SELECT ... read_json ... ORDER BY`', ...rate(load.engine)],
  ],
)}

The product's rate is ${walls.toFixed(2)} of the engine's by the clock, ${ratio.toFixed(2)} in processor time; the target is 0.5${verdict(0.5, walls)}.`
}

const browserSection = (browser: string | undefined): string =>
  browser === undefined ? '' : `## In the browser\n\n\`\`\`\n${browser.trim()}\n\`\`\``

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
