import {
  DuckDBDecimalValue,
  type DuckDBMaterializedResult,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
} from '@duckdb/node-api'
import type { Cell, Row } from '@/lib/engines/engine'

/** Integers of any width and decimals become numbers, everything that has no cell of its own (dates, times, lists) its text. */
const toCell: DuckDBValueConverter<Cell> = (value, type) => {
  if (value === null) return null
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  return type.typeId === DuckDBTypeId.BOOLEAN || typeof value === 'number' || typeof value === 'string' ? (value as Cell) : textOf(value)
}

function textOf(value: DuckDBValue): string {
  return String(value)
}

export function readRows(result: DuckDBMaterializedResult): Promise<readonly Row[]> {
  return result.convertRowObjects(toCell)
}
