import { expect, test, vi } from 'vitest'
import { answering } from './answering'

test('a bug is logged, and told of as all trouble is, without what it says', async () => {
  const logged = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const answer = answering(() => Promise.reject(new Error('inner workings')))
  const response = await answer(new Request('http://127.0.0.1:3000/'))
  expect(logged).toHaveBeenCalledWith(expect.stringContaining('inner workings'))
  logged.mockRestore()
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({
    error: { code: 'internal_error', message: expect.not.stringContaining('inner'), path: '' },
  })
})
