import { describe, expect, it } from 'vitest'
import { sortRows, type Table, tableToCsv, tableToTsv } from './table'

const table: Table = {
  columns: [
    { key: 'name', label: 'Name', holds: 'text' },
    { key: 'count', label: 'Users', holds: 'number', format: 'count' },
  ],
  rows: [
    ['b, "quoted"', 20],
    ['=1+1', 3],
    ['two\nlines', null],
  ],
}

describe('tables', () => {
  it('sort by number, with what has no value last either way', () => {
    const names = (direction: 'ascending' | 'descending') => sortRows(table, { column: 1, direction }).map(([name]) => name)
    expect(names('ascending')).toEqual(['=1+1', 'b, "quoted"', 'two\nlines'])
    expect(names('descending')).toEqual(['b, "quoted"', '=1+1', 'two\nlines'])
  })

  it('keep the order of the answer until somebody sorts', () => {
    expect(sortRows(table, null)).toBe(table.rows)
  })

  it('are written as CSV with exact numbers, quoted texts, and no text that a spreadsheet would run', () => {
    expect(tableToCsv(table)).toBe('Name,Users\r\n"b, ""quoted""",20\r\n\'=1+1,3\r\n"two\nlines",\r\n')
  })

  it('are copied with tabs, one line a row', () => {
    expect(tableToTsv(table)).toBe('Name\tUsers\nb, "quoted"\t20\n\'=1+1\t3\ntwo lines\t\n')
  })
})
