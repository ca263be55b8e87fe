import { expect, test } from 'vitest'
import { formatPath } from '@/lib/problems'
import { parseDocument } from './parse'

const question = { kind: 'segmentation', range: { last: 7, unit: 'day' }, series: [{ event: 'file_saved' }] }
const where = (condition: unknown) => ({ ...question, series: [{ event: 'file_saved', where: [condition] }] })
const nested = (levels: number): unknown => (levels === 0 ? { property: 'event.plan', op: 'isSet' } : { not: nested(levels - 1) })

const mistakes: readonly (readonly [title: string, document: unknown, path: string, says: string])[] = [
  ['no object', [], '', 'JSON object'],
  ['no kind', {}, 'kind', 'segmentation, funnel, retention'],
  ['a kind that is not built yet', { kind: 'attribution' }, 'kind', 'not built yet'],
  ['an unknown field', { ...question, brekdown: ['event.plan'] }, 'brekdown', 'Did you mean “breakdown”?'],
  ['an unknown field below', { ...question, series: [{ event: 'a', wher: [] }] }, 'series[0].wher', 'Did you mean “where”?'],
  ['a missing field', { ...question, range: undefined }, 'range', 'missing'],
  ['a wrong type', { ...question, breakdownLimit: '10' }, 'breakdownLimit', 'number'],
  ['a number out of bounds', { ...question, breakdownLimit: 101 }, 'breakdownLimit', '1 to 100'],
  ['too many series', { ...question, series: Array(13).fill({ event: 'a' }) }, 'series', '1 to 12'],
  [
    'an unknown aggregate',
    { ...question, series: [{ event: 'a', measure: { agg: 'summ', property: 'event.a' } }] },
    'series[0].measure.agg',
    'sum',
  ],
  ['an unknown measure', { ...question, series: [{ event: 'a', measure: 'event' }] }, 'series[0].measure', 'events, entities'],
  ['a property without a scope', { ...question, breakdown: ['plan'] }, 'breakdown[0]', 'event.plan'],
  ['an unknown op', where({ property: 'event.a', op: 'like', value: 'x' }), 'series[0].where[0].op', 'contains'],
  ['an empty list', where({ property: 'event.a', op: 'is', value: [] }), 'series[0].where[0].value', 'at least one'],
  ['an empty contains', where({ property: 'event.a', op: 'contains', value: '' }), 'series[0].where[0].value', 'text'],
  ['a text as a number', where({ any: [{ property: 'event.a', op: 'gt', value: '3' }] }), 'series[0].where[0].any[0].value', 'number'],
  ['half a pair', where({ property: 'event.a', op: 'between', value: [1] }), 'series[0].where[0].value', '[low, high]'],
  ['no date', where({ property: 'event.a', op: 'before', value: 'soon' }), 'series[0].where[0].value', 'ISO'],
  ['a day that does not exist', { ...question, range: { from: '2026-02-30', to: '2026-03-01' } }, 'range.from', '2026-10-01'],
  ['a range of nothing', { ...question, range: { last: 0, unit: 'day' } }, 'range.last', '1 or more'],
  ['one step', { kind: 'funnel', range: question.range, steps: [{ event: 'a' }] }, 'steps', '2 to 12'],
  [
    'too many periods',
    { kind: 'retention', range: question.range, start: { event: 'a' }, return: { event: 'a' }, unit: 'day', periods: 91 },
    'periods',
    '1 to 90',
  ],
  ['a nesting that no engine takes', { ...question, where: [nested(5000)] }, '', 'nested'],
]

test.each(mistakes)('says where and how to mend: %s', (_, document, path, says) => {
  const parsed = parseDocument(document)
  const problems = parsed.ok ? [] : parsed.problems.map(problem => [formatPath(problem.path), problem.message] as const)
  expect(problems.map(([place]) => place)).toEqual([path])
  expect(problems[0]?.[1]).toContain(says)
})

test('tells of all mistakes at once', () => {
  const parsed = parseDocument({ ...question, breakdownLimit: 0, series: [{ event: '' }], version: 2 })
  expect(parsed.ok ? [] : parsed.problems.map(problem => formatPath(problem.path)).sort()).toEqual([
    'breakdownLimit',
    'series[0].event',
    'version',
  ])
})

test('takes conditions nested as deep as people nest them', () => {
  expect(parseDocument({ ...question, where: [nested(90)] }).ok).toBe(true)
})
