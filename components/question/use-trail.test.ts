import { expect, it } from 'vitest'
import { followTrail } from './use-trail'

const start = { visited: ['a'], at: 0 }

it('goes forward to new questions, back to old ones, and forward again', () => {
  const there = followTrail(followTrail(start, 'b'), 'c')
  expect(there).toEqual({ visited: ['a', 'b', 'c'], at: 2 })
  const back = followTrail(there, 'b')
  expect(back).toEqual({ visited: ['a', 'b', 'c'], at: 1 })
  expect(followTrail(back, 'c').at).toBe(2)
})

it('forgets what was undone when something new is asked', () => {
  const back = followTrail(followTrail(start, 'b'), 'a')
  expect(followTrail(back, 'd')).toEqual({ visited: ['a', 'd'], at: 1 })
})

it('stays where nothing changed', () => {
  expect(followTrail(start, 'a')).toBe(start)
})
