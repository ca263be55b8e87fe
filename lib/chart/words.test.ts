import { describe, expect, it } from 'vitest'
import { breakdownInWords, rangeInWords, selectionInWords, whereInWords } from './words'

describe('questions in words', () => {
  it('name ranges as people do', () => {
    expect(rangeInWords({ last: 30, unit: 'day' })).toBe('last 30 days')
    expect(rangeInWords({ last: 1, unit: 'month' })).toBe('this month')
    expect(rangeInWords({ from: '2026-10-01', to: '2026-10-31' })).toBe('2026-10-01 to 2026-10-31')
  })

  it('say events with their conditions', () => {
    const where = [{ property: 'event.plan', op: 'is', value: ['pro', 'team'] } as const].map(condition => ({
      ...condition,
      value: [...condition.value],
    }))
    expect(selectionInWords({ event: ['saved', 'exported'], where })).toBe('saved, exported where plan is pro or team')
    expect(selectionInWords({ event: '*', label: 'Anything' })).toBe('Anything')
  })

  it('nest conditions in brackets', () => {
    const isPro = { property: 'event.plan', op: 'is', value: 'pro' } as const
    const isSet = { property: 'user.country', op: 'isSet' } as const
    expect(whereInWords([{ any: [isPro, { not: isSet }] }])).toBe(', only where (plan is pro or not country is set)')
    expect(whereInWords([])).toBe('')
  })

  it('name properties without their scope', () => {
    expect(breakdownInWords(['event.a.b', 'user.country'])).toBe(', split by a.b and country')
    expect(breakdownInWords(undefined)).toBe('')
  })
})
