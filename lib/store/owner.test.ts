import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProblemError, problem } from '@/lib/problems'
import { type Home, homeIn } from './home'
import { askOwner, isOwned, type Services, serveOthers } from './owner'

let folder: string
let home: Home
let stop: () => void

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owner-'))
  home = homeIn(folder)
  stop = () => undefined
})

afterEach(() => {
  stop()
  rmSync(folder, { recursive: true })
})

async function serve(services: Services) {
  const server = await serveOthers(home, { ping: async () => null, ...services })
  stop = () => void server?.close()
  return server
}

describe('the process that holds the store', () => {
  test('answers others, with progress on the way', async () => {
    await serve({
      double: async (input, { onProgress }) => {
        onProgress(0.5)
        return Number(input) * 2
      },
    })
    const fractions: number[] = []
    expect(await askOwner(home, 'double', 21, { onProgress: fraction => fractions.push(fraction) })).toBe(42)
    expect(fractions).toEqual([0.5])
  })

  test('hands problems over as they are', async () => {
    await serve({
      refuse: async () => {
        throw new ProblemError(problem('timedOut', ['range'], { seconds: 3 }))
      },
    })
    await expect(askOwner(home, 'refuse', null)).rejects.toMatchObject({ problem: { code: 'timeout', path: ['range'] } })
    await expect(askOwner(home, 'unknown', null)).rejects.toMatchObject({
      problem: { message: expect.stringContaining('another version') },
    })
  })

  test('learns when the one who asked has gone', async () => {
    const gone = Promise.withResolvers<void>()
    await serve({ wait: (_, { signal }) => new Promise(() => signal.addEventListener('abort', () => gone.resolve())) })
    const leaving = new AbortController()
    const asked = askOwner(home, 'wait', null, { signal: leaving.signal })
    setTimeout(() => leaving.abort(), 50)
    await expect(asked).rejects.toThrow()
    await expect(gone.promise).resolves.toBeUndefined()
  })

  test('is one; the address of a dead one is taken over', async () => {
    expect(await isOwned(home)).toBe(false)
    writeFileSync(home.socket, '')
    expect(await serve({})).toBeDefined()
    expect(await isOwned(home)).toBe(true)
    expect(await serveOthers(home, {})).toBeUndefined()
  })

  test('can be reached in folders of any length', async () => {
    home = homeIn(join(folder, 'long'.repeat(40)))
    await serve({})
    expect(await isOwned(home)).toBe(true)
  })
})
