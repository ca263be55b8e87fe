import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { childEnvironment } from '@/lib/config'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
const slow = 120_000

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(home: string, args: readonly string[], cwd = folder): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, 'scripts', 'sounding.mjs'), ...args], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: childEnvironment({ SOUNDING_HOME: join(folder, home), SOUNDING_MEMORY: '1GB', PORT: '4170' }),
    detached: true,
  })
  let out = ''
  let err = ''
  child.stdout?.on('data', chunk => {
    out += chunk
  })
  child.stderr?.on('data', chunk => {
    err += chunk
  })
  return { child, ended: once(child, 'close').then(([code]) => ({ code, out, err })) }
}

const sounding = (home: string, ...args: readonly string[]) => start(home, args).ended

function events(name: string, count: number): string {
  const path = join(folder, name)
  const line = (n: number) =>
    `{"event_type":"type${n % 20}","event_time":"2026-10-${String(1 + (n % 28)).padStart(2, '0')}T10:00:00Z","user_id":"${name} ${n % 997}","event_properties":{"n":${n},"file":"${name}"}}\n`
  writeFileSync(path, Array.from({ length: count }, (_, n) => line(n)).join(''))
  return path
}

function countQuery(): string {
  const path = join(folder, 'count.json')
  const document = {
    version: 1,
    kind: 'segmentation',
    dataset: 'events',
    interval: 'none',
    range: { from: '2026-10-01', to: '2026-10-31' },
    asOf: '2026-12-01T00:00:00Z',
    series: [{ event: '*', measure: 'events' }, { event: '*' }],
  }
  writeFileSync(path, JSON.stringify(document))
  return path
}

/** The number of events and of users, as the product answers it. */
async function counted(home: string): Promise<readonly number[]> {
  const { out, err, code } = await sounding(home, 'query', countQuery(), '--format', 'json')
  if (code !== 0) throw new Error(err)
  return JSON.parse(out).series.map((series: { total: number }) => series.total)
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the command line', () => {
  test(
    'loads files, tells of it, and answers a question about them',
    async () => {
      const { code, out } = await sounding('a', 'load', events('a.jsonl', 1000), '--dataset', 'events')
      expect([code, out]).toEqual([0, expect.stringContaining('1,000 added')])
      expect(await counted('a')).toEqual([1000, 997])
      expect((await sounding('a', 'datasets')).out).toBe('events\t1,000 events\tUTC\n')
      expect((await sounding('a', 'query', countQuery(), '--format', 'csv')).out).toContain('1000')
      expect((await sounding('a', 'sql', countQuery(), '--dialect', 'databricks')).out).toContain('from `events`')
      expect((await sounding('a', 'catalog', 'refresh')).out).toBe('Counted anew: events\n')
    },
    slow,
  )

  test.each([
    [['load'], 2, 'missing required argument'],
    [['load', 'a', '--timezone', 'Mars/Base'], 2, '“Mars/Base” is not a time zone'],
    [['load', 'a', '--map', 'event=name'], 2, '“event=name” in --map is not understood'],
    [['load', 'a', '--dataset', 'My Data'], 2, '“My Data” cannot be the name of a dataset'],
    [['load', 'a', '--dataset', 'sample'], 2, 'made by “npx sounding sample”'],
    [['load', 'nothing-*.json'], 1, 'There is no file “nothing-*.json”'],
    [['unknown'], 2, "unknown command 'unknown'"],
    [['query', 'nowhere.json'], 1, 'There is no file “nowhere.json”'],
    [['query', 'folder'], 1, 'This is a folder'],
    [['query', 'large.json'], 1, 'large.json: The document has'],
    [['query', 'half.json'], 1, 'half.json: The document is not JSON'],
    [['sql', '-'], 1, 'standard input: The document is not JSON'],
    [['query', 'half.json', '--fromat', 'csv'], 2, 'add --help'],
    [['catalog', 'refresh', '--dataset', 'nothing'], 1, 'There is no dataset “nothing”'],
    [['sample', '--seed', 'many'], 2, 'It must be a whole number'],
    [['sql', 'a.json', '--dialect', 'oracle'], 2, 'Allowed choices are duckdb, databricks'],
  ])(
    '%j ends with %i and says why',
    async (args, code, text) => {
      mkdirSync(join(folder, 'folder'), { recursive: true })
      writeFileSync(join(folder, 'large.json'), `{"filler":"${'x'.repeat(600_000)}"}`)
      writeFileSync(join(folder, 'half.json'), '{')
      const { child, ended: ending } = start('b', args)
      child.stdin?.end()
      const ended = await ending
      expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(text)])
      expect(ended.err).not.toContain('    at ')
    },
    slow,
  )

  test(
    'says what is wrong with a document, with its place',
    async () => {
      const path = join(folder, 'wrong.json')
      writeFileSync(
        path,
        JSON.stringify({
          version: 1,
          kind: 'segmentation',
          range: { last: 1, unit: 'day' },
          series: [{ event: 'typ1', mesure: 'events' }],
        }),
      )
      expect(await sounding('a', 'query', path)).toMatchObject({ code: 1, err: expect.stringContaining('series[0].mesure: ') })
    },
    slow,
  )

  test(
    'lets two loads run at once',
    async () => {
      const ended = await Promise.all([
        sounding('two', 'load', events('one.jsonl', 3000)),
        sounding('two', 'load', events('other.jsonl', 3000)),
      ])
      expect(ended.map(({ code }) => code)).toEqual([0, 0])
      expect(await counted('two')).toEqual([6000, 2 * 997])
    },
    slow,
  )

  test(
    'says what to do when the store cannot be opened',
    async () => {
      writeFileSync(join(folder, 'plain-file'), '')
      expect(await sounding('plain-file', 'datasets')).toMatchObject({ code: 1, err: expect.stringContaining('Set SOUNDING_HOME') })
    },
    slow,
  )
})

describe('a load that is killed', () => {
  test(
    'leaves the store as before or as after, and can be run again',
    async () => {
      const before = events('before.jsonl', 2000)
      const large = events('large.jsonl', 120_000)
      const first = performance.now()
      await sounding('timing', 'load', before, large)
      const duration = performance.now() - first
      await sounding('killed', 'load', before)
      let isLoaded = false
      for (const part of [0.4, 0.7, 0.85, 0.95]) {
        const { child, ended } = start('killed', ['load', large])
        await new Promise(done => setTimeout(done, duration * part))
        // The whole group: the launcher and what it started.
        try {
          process.kill(-(child.pid ?? 0), 'SIGKILL')
        } catch {
          // It had ended by itself.
        }
        await ended
        const [total] = await counted('killed')
        expect([2000, 122_000]).toContain(total)
        if (isLoaded) expect(total).toBe(122_000)
        isLoaded = total === 122_000
      }
      expect((await sounding('killed', 'load', before, large)).code).toBe(0)
      expect(await counted('killed')).toEqual([122_000, 2 * 997])
      expect(readdirSync(join(folder, 'killed', 'staging'))).toEqual([])
    },
    2 * slow,
  )
})

describe('beside a running server', () => {
  let server: ChildProcess

  beforeAll(async () => {
    const script = join(folder, 'serve.mts')
    writeFileSync(
      script,
      `const { serveCommands } = await import(${JSON.stringify(join(root, 'lib', 'serving', 'index.ts'))})\nawait serveCommands()\nsetInterval(() => undefined, 1000)\nconsole.log('listening')\n`,
    )
    server = spawn(process.execPath, ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: childEnvironment({ SOUNDING_HOME: join(folder, 'served'), TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') }),
    })
    if (server.stdout) await once(server.stdout, 'data')
  }, slow)

  afterAll(() => void server.kill('SIGKILL'))

  test(
    'commands do their work through it',
    async () => {
      expect(await sounding('served', 'load', events('s1.jsonl', 500))).toMatchObject({ code: 0, err: '' })
      expect(await counted('served')).toEqual([500, 500])
      expect((await sounding('served', 'load', events('s2.jsonl', 500))).code).toBe(0)
      expect(await counted('served')).toEqual([1000, 1000])
      expect((await sounding('served', 'load', join(folder, 's1.jsonl'))).out).toContain('already loaded')
      expect((await sounding('served', 'catalog', 'refresh', '--dataset', 'events')).code).toBe(0)
    },
    slow,
  )

  test(
    'a second server is refused in one line',
    async () => {
      const ended = await sounding('served', 'serve')
      expect([ended.code, ended.err]).toEqual([1, expect.stringMatching(/A server is running on .*served already/)])
    },
    slow,
  )

  test(
    'a command that follows its death opens the store itself',
    async () => {
      server.kill('SIGKILL')
      await once(server, 'exit')
      expect(await counted('served')).toEqual([1000, 1000])
      expect(existsSync(join(folder, 'served', 'events.duckdb'))).toBe(true)
    },
    slow,
  )
})

test(
  'the rejects file of the summary holds the lines',
  async () => {
    const path = join(folder, 'bad.jsonl')
    writeFileSync(path, '{"event_type":"a","event_time":"2026-10-01"}\nbad\n')
    const { code, out } = await sounding('rejects', 'load', path)
    const rejects = /reasons in (.*)/.exec(out)?.[1] ?? ''
    expect([code, JSON.parse(readFileSync(rejects, 'utf8'))]).toEqual([
      0,
      { file: path, line: 2, reason: 'the line is not a JSON object', text: 'bad' },
    ])
  },
  slow,
)
