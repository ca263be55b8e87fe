import type { Colour } from './colour'
import type { NumberFormat } from './number'
import type { Table } from './table'

/** What an answer looks like, with no word on how it is drawn: the figure beside it decides pixels, theme and locale. */
export interface ChartSpec {
  /** What is shown, in a sentence; names the figure for those who do not see it. */
  readonly title: string
  readonly headlines: readonly Headline[]
  /** The forms the answer can take, the most telling first. */
  readonly drawings: readonly Drawing[]
  readonly table: Table
  /** What a reader must know to read the figure right, such as a last bucket that is not over. */
  readonly notes: readonly string[]
}

export interface Headline {
  /** Tells headlines of one answer apart. */
  readonly key: string
  readonly label: string
  readonly value: number | null
  readonly format: NumberFormat
  readonly colour?: Colour
  readonly change?: Change
  readonly detail?: string
}

/** Against an earlier value: `ratio` is the relative change (0.1 is a tenth more), null where the earlier value is zero or missing. */
export interface Change {
  readonly ratio: number | null
  readonly against: string
}

export interface Drawing {
  readonly name: DrawingName
  readonly label: string
  readonly mark: Mark
}

export type DrawingName = 'line' | 'area' | 'stacked' | 'grouped' | 'share' | 'totals' | 'number' | 'steps' | 'trend' | 'grid' | 'curve'

export type Mark = LineMark | AreaMark | BarMark | RankingMark | NumberMark | StepsMark | GridMark

/** The horizontal axis: buckets of local time, or periods counted from 0. */
export type Positions =
  | { readonly type: 'time'; readonly interval: string; readonly buckets: readonly string[] }
  | { readonly type: 'period'; readonly unit: string; readonly count: number }

export interface PlottedSeries {
  /** Tells series apart; stays the same while the question does. */
  readonly key: string
  readonly label: string
  readonly colour: Colour
  readonly format: NumberFormat
  readonly values: readonly (number | null)[]
  readonly total: number | null
  /** Of an earlier range, drawn behind the others. */
  readonly isComparison: boolean
  /** Values from this index on are not final yet. */
  readonly incompleteFrom: number | null
}

interface Plotted {
  readonly positions: Positions
  readonly series: readonly PlottedSeries[]
  readonly format: NumberFormat
}

export interface LineMark extends Plotted {
  readonly mark: 'line'
}

/** Areas stacked on each other. */
export interface AreaMark extends Plotted {
  readonly mark: 'area'
}

export interface BarMark extends Plotted {
  readonly mark: 'bar'
  /** `share` shows each bar as 100 % of its bucket. */
  readonly arrangement: 'stacked' | 'grouped' | 'share'
}

/** One bar for each total, the longest first. */
export interface RankingMark {
  readonly mark: 'ranking'
  readonly rows: readonly RankedTotal[]
  readonly format: NumberFormat
}

export interface RankedTotal {
  readonly key: string
  readonly label: string
  readonly colour: Colour
  readonly value: number | null
  readonly isComparison: boolean
}

export interface NumberMark {
  readonly mark: 'number'
  readonly headlines: readonly Headline[]
}

export interface StepsMark {
  readonly mark: 'steps'
  readonly steps: readonly string[]
  readonly groups: readonly StepsGroup[]
}

export interface StepsGroup {
  readonly key: string
  readonly label: string
  readonly colour: Colour
  readonly counts: readonly number[]
  /** Median seconds from the step before; null for the first and where nobody has both. */
  readonly medianSeconds: readonly (number | null)[]
}

export interface GridMark {
  readonly mark: 'grid'
  readonly unit: string
  readonly periods: number
  readonly rows: readonly GridRow[]
}

export interface GridRow {
  /** The first day of the cohort's unit, or null for the row of all cohorts. */
  readonly start: string | null
  readonly size: number
  readonly cells: readonly GridCell[]
}

export interface GridCell {
  readonly returned: number
  readonly of: number
  /** returned / of; null where there is nobody. */
  readonly rate: number | null
  readonly isComplete: boolean
  /** The period has not begun: there is nothing to show yet. */
  readonly isAhead: boolean
}
