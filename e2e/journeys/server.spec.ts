import { expect, test } from '@/e2e/fixtures/journey'

test.describe('the server', () => {
  test('says that it is ready', async ({ request }) => {
    const answer = await request.get('/api/health')
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toMatchObject({ live: true, ready: true })
  })

  test('keeps others from framing its pages, guessing types and reading its addresses', async ({ request }) => {
    const headers = (await request.get('/')).headers()
    expect(headers).toMatchObject({
      'content-security-policy': "frame-ancestors 'self'",
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  test('answers a question, and says how the answer came about', async ({ request }) => {
    const data = { version: 1, kind: 'segmentation', range: { last: 7, unit: 'day' }, series: [{ event: 'file_saved', measure: 'events' }] }
    const answer = await request.post('/api/query', { data })
    expect(answer.status()).toBe(200)
    const { kind, series, meta } = await answer.json()
    expect(kind).toBe('segmentation')
    expect(series[0].total).toBeGreaterThan(0)
    expect(meta).toMatchObject({ engine: 'duckdb', timezone: 'UTC' })
  })

  test('says what is wrong with a question, and where', async ({ request }) => {
    const data = { version: 1, kind: 'segmentation', range: { last: 7, unit: 'day' }, series: [{ event: 'file_saved', mesure: 'events' }] }
    const answer = await request.post('/api/query', { data })
    expect(answer.status()).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid_query', path: 'series[0].mesure' } })
  })
})
