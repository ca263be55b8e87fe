export { type AnswerMoment, firstDayAfter, formatBucket, isUnfinished, localDay } from './bucket'
export { assignGroupColours, type Colour, groupKey, paletteSize } from './colour'
export { groupLabel, valueLabel } from './group-label'
export { formatChange, formatNumber, type NumberFormat } from './number'
export type {
  AreaMark,
  BarMark,
  Change,
  ChartSpec,
  Drawing,
  DrawingName,
  GridCell,
  GridMark,
  GridRow,
  Headline,
  LineMark,
  Mark,
  NumberMark,
  PlottedSeries,
  Positions,
  RankingMark,
  StepsGroup,
  StepsMark,
} from './spec'
export { formatCell, sortRows, type Table, type TableCell, type TableColumn, type TableOrder, tableToCsv, tableToTsv } from './table'
export { breakdownInWords, operatorNames, rangeInWords, selectionInWords, whereInWords } from './words'
