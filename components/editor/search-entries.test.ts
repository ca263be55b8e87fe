import { expect, it } from 'vitest'
import { searchEntries } from './search-entries'

const entries = ['file_saved', 'file_exported', 'profile_opened', 'signup'].map(label => ({ label }))
const found = (typed: string) => searchEntries(entries, typed).map(({ label }) => label)

it('finds what begins with the text before what holds it', () => {
  expect(found('file')).toEqual(['file_saved', 'file_exported', 'profile_opened'])
})

it('finds words in any order, in any letter case', () => {
  expect(found('SAVED file')).toEqual(['file_saved'])
})

it('shows everything until something is typed, and nothing when nothing fits', () => {
  expect(found('  ')).toHaveLength(4)
  expect(found('zoom')).toEqual([])
})
