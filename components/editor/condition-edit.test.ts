import { describe, expect, it } from 'vitest'
import { conditionSchema } from '@/lib/parts/condition'
import { changeOperator, groupOf, makeGroup, newComparison, operatorsFor, typedValue } from './condition-edit'

const today = '2026-11-01'

describe('a comparison', () => {
  it('keeps what the next operator can use of its value', () => {
    const chosen = { property: 'event.amount', op: 'is', value: ['12', '30'] } as const
    const comparison = { ...chosen, value: [...chosen.value] }
    expect(changeOperator(comparison, 'gt', today)).toEqual({ property: 'event.amount', op: 'gt', value: 12 })
    expect(changeOperator(comparison, 'between', today)).toEqual({ property: 'event.amount', op: 'between', value: [12, 30] })
    expect(changeOperator(comparison, 'contains', today)).toEqual({ property: 'event.amount', op: 'contains', value: '12' })
    expect(changeOperator(comparison, 'isSet', today)).toEqual({ property: 'event.amount', op: 'isSet' })
    expect(changeOperator(comparison, 'before', today)).toEqual({ property: 'event.amount', op: 'before', value: today })
  })

  it('is valid by every operator once it has a value', () => {
    const comparison = { property: 'event.plan', op: 'is' as const, value: ['pro'] }
    for (const op of operatorsFor('text')) expect(conditionSchema.safeParse(changeOperator(comparison, op, today)).success).toBe(true)
  })

  it('waits for its value when it is new', () => {
    expect(conditionSchema.safeParse(newComparison('event.plan')).success).toBe(false)
  })

  it('offers all operators, those that suit the type first', () => {
    expect(operatorsFor('number').slice(2, 4)).toEqual(['gt', 'gte'])
    expect(new Set(operatorsFor('boolean')).size).toBe(new Set(operatorsFor('text')).size)
  })
})

describe('a typed value', () => {
  it('is a number or a boolean where the property is one', () => {
    expect(typedValue('1.0', 'number')).toBe(1)
    expect(typedValue('TRUE', 'boolean')).toBe(true)
    expect(typedValue('1.0', 'text')).toBe('1.0')
  })

  it('stays a text where it does not read as the type', () => {
    expect(typedValue('1_000', 'number')).toBe('1_000')
    expect(typedValue('', 'number')).toBe('')
    expect(typedValue('yes', 'boolean')).toBe('yes')
  })
})

describe('a group', () => {
  const member = { property: 'event.plan', op: 'isSet' } as const

  it.each(['any', 'all', 'none', 'notAll'] as const)('of the form “%s” is read back as it was made', form => {
    expect(groupOf(makeGroup(form, [member]))).toMatchObject({ form, members: [member] })
  })

  it('says where its members stand in the document', () => {
    expect(groupOf({ not: member })?.path).toBe('.not')
    expect(groupOf(makeGroup('none', [member]))?.path).toBe('.not.any')
  })
})
