import { expect, test } from 'vitest'
import { firstDifference } from './compare'

const answer = { kind: 'segmentation', series: [{ group: ['a'], values: [1, null, 0.1 + 0.2], total: 3 }] }
const withSeries = (change: object) => ({ ...answer, series: [{ ...answer.series[0], ...change }] })

test('answers agree whatever their meta and the last digits of their means', () =>
  expect(firstDifference(answer, { meta: { sql: '' }, ...withSeries({ values: [1, null, 0.3] }) })).toBeNull())

test.each<[string, object]>([
  ['series[0].values[1] is null by hand, 0 here', withSeries({ values: [1, 0, 0.3] })],
  ['series[0].values has 3 by hand, 1 here: [1,null,0.30000000000000004] against [1]', withSeries({ values: [1] })],
  ['series[0].total is 3 by hand, 3.0000001 here', withSeries({ total: 3.000_000_1 })],
  ['series[0].group is ["a"] by hand, "$other" here', withSeries({ group: '$other' })],
  ['series[0].compare is nothing by hand, true here', withSeries({ compare: true })],
  ['error is nothing by hand, {"code":"invalid_query"} here', { ...answer, error: { code: 'invalid_query' } }],
])('%s', (difference, actual) => expect(firstDifference(answer, actual)).toBe(difference))
