import { describe, expect, test } from 'vitest'
import { type Condition, conditionSchema } from '@/lib/parts/condition'
import { allHold } from './condition'
import type { CountedEvent } from './event'
import { did } from './handmade'

const event = (properties: Record<string, string | null>) => did('u', 'signup', '2026-10-01 10:00', properties) as CountedEvent
const users = new Map([['u', new Map([['country', 'HU']])]])

/** Whether a condition on `event.p` holds where p has a text, or is missing (null). */
function holds(condition: object, text: string | null): boolean {
  const parsed = conditionSchema.parse('op' in condition ? { property: 'event.p', ...condition } : condition)
  return allHold([parsed], event(text === null ? {} : { p: text }), { users, zone: 'Europe/Budapest' })
}

describe('conditions', () => {
  test.each<[object, string | null, boolean]>([
    [{ op: 'is', value: 'pro' }, 'pro', true],
    [{ op: 'is', value: 'pro' }, 'Pro', false],
    [{ op: 'is', value: ['a', 'pro'] }, 'pro', true],
    [{ op: 'is', value: '1' }, '1.0', false],
    [{ op: 'is', value: 1 }, '1.0', true],
    [{ op: 'is', value: 1000 }, '1_000', false],
    [{ op: 'is', value: true }, 'TRUE', true],
    [{ op: 'is', value: true }, '1', false],
    [{ op: 'is', value: '' }, '', true],
    [{ op: 'is', value: '' }, null, false],
    [{ op: 'isNot', value: 'pro' }, null, true],
    [{ op: 'isNot', value: ['pro', 1] }, '1e0', false],
    [{ op: 'contains', value: 'RO' }, 'pro', true],
    [{ op: 'contains', value: 'x' }, null, false],
    [{ op: 'notContains', value: 'RO' }, 'pro', false],
    [{ op: 'notContains', value: 'x' }, null, true],
    [{ op: 'startsWith', value: 'P' }, 'pro', false],
    [{ op: 'startsWith', value: '' }, null, false],
    [{ op: 'endsWith', value: 'ro' }, 'pro', true],
    [{ op: 'matches', value: 'r.$' }, 'pro', true],
    [{ op: 'notMatches', value: '^x' }, null, true],
    [{ op: 'gt', value: 9 }, '10', true],
    [{ op: 'gt', value: 10 }, '10', false],
    [{ op: 'lte', value: 10 }, ' 10 ', true],
    [{ op: 'lt', value: 10 }, 'free', false],
    [{ op: 'gte', value: 0 }, '1e999', false],
    [{ op: 'between', value: [1, 2] }, '2', true],
    [{ op: 'between', value: [2, 1] }, '2', false],
    [{ op: 'before', value: '2026-10-01' }, '2026-09-30T22:00Z', false],
    [{ op: 'before', value: '2026-10-01' }, '2026-09-30 23:59', true],
    [{ op: 'after', value: '2026-10-01' }, '2026-09-30T22:00Z', true],
    [{ op: 'after', value: '2026-10-01' }, '2026-02-30', false],
    [{ op: 'isSet' }, '', true],
    [{ op: 'isSet' }, null, false],
    [{ op: 'isNotSet' }, null, true],
  ])('%j of %j: %s', (condition, text, expected) => expect(holds(condition, text)).toBe(expected))

  test('nest, and know no third case beside true and false', () => {
    const small: Condition = { property: 'event.p', op: 'lt', value: 3 }
    const one: Condition = { property: 'event.p', op: 'is', value: '1' }
    expect(holds({ not: small }, 'many')).toBe(true)
    expect(holds({ not: { not: small } }, null)).toBe(false)
    expect(holds({ all: [small, { not: one }] }, '2')).toBe(true)
    expect(holds({ any: [one, { not: small }] }, '2')).toBe(false)
  })

  test('read NULL as missing, columns by their name, attributes by the user, and a key with dots verbatim', () => {
    const check = (condition: Condition, properties: Record<string, string | null> = {}) =>
      allHold([condition], event(properties), { users, zone: 'UTC' })
    expect(check({ property: 'event.p', op: 'isNotSet' }, { p: null })).toBe(true)
    expect(check({ property: 'event.a.b', op: 'is', value: 'x' }, { 'a.b': 'x' })).toBe(true)
    expect(check({ property: 'column.event_type', op: 'is', value: 'signup' })).toBe(true)
    expect(check({ property: 'column.event_time', op: 'before', value: '2026-10-01T10:00:00.000001Z' })).toBe(true)
    expect(check({ property: 'column.event_time', op: 'before', value: '2026-10-01T10:00:00Z' })).toBe(false)
    expect(check({ property: 'user.country', op: 'is', value: 'HU' })).toBe(true)
    expect(check({ property: 'user.city', op: 'isSet' })).toBe(false)
  })
})
