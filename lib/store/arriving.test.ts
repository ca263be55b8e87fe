import { describe, expect, test } from 'vitest'
import { decide, type KnownFile } from './arriving'

const known = (file: number, path: string, hash: string, reading = 'UTC'): KnownFile => ({ file, path, hash, reading, events: 1 })
const arriving = (path: string, hash: string, reading = 'UTC') => ({ path, hash, reading })
const paths = (files: readonly { readonly path: string }[]) => files.map(file => file.path)

function decided(there: readonly KnownFile[], files: readonly ReturnType<typeof arriving>[]) {
  const { take, skip, replace } = decide(there, files)
  return { take: paths(take), skip: paths(skip), replace }
}

describe('what a load adds', () => {
  test('is what is not there by its content', () => {
    expect(decided([known(1, 'a', 'x')], [arriving('a', 'x'), arriving('b', 'y'), arriving('c', 'x')])).toEqual({
      take: ['b'],
      skip: ['a', 'c'],
      replace: [],
    })
  })

  test('is each content once', () => {
    expect(decided([], [arriving('a', 'x'), arriving('b', 'x')])).toEqual({ take: ['a'], skip: ['b'], replace: [] })
  })

  test('takes the place of what the same file held before', () => {
    expect(decided([known(7, 'a', 'x')], [arriving('a', 'y')])).toEqual({ take: ['a'], skip: [], replace: [7] })
  })

  test('follows contents that have moved to another name', () => {
    expect(decided([known(7, 'a', 'x')], [arriving('a', 'y'), arriving('b', 'x')])).toEqual({ take: ['a', 'b'], skip: [], replace: [7] })
    expect(decided([known(7, 'a', 'x'), known(8, 'b', 'y')], [arriving('a', 'y')])).toEqual({ take: [], skip: ['a'], replace: [7] })
  })

  test('takes the place of what was read in another way', () => {
    expect(decided([known(7, 'a', 'x')], [arriving('b', 'x', 'Asia/Tokyo')])).toEqual({ take: ['b'], skip: [], replace: [7] })
  })
})
