import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { type Config, childEnvironment, readConfig } from '@/lib/config'
import { homeIn, isOwned, reachStore } from '@/lib/store'
import { buildIfNeeded } from './build'
import { Failure, failed } from './exit'
import { freePort } from './free-port'
import { patience } from './patience'
import { runSample } from './sample-command'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const require = createRequire(import.meta.url)
const next = require.resolve('next/dist/bin/next')

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the product; builds it, and makes the sample, where that is missing')
    .addHelpText('after', '\nHOST (127.0.0.1) and PORT (3000) say where, SOUNDING_HOME says where the data is.')
    .action(() => serve(readConfig()))
}

async function serve(config: Config): Promise<void> {
  const home = homeIn(config.home)
  if (await isOwned(home))
    throw new Failure(`A server is running on ${home.folder} already. Stop it, or set SOUNDING_HOME to another folder.`)
  const port = await freePort(config.host, config.port)
  // What cannot work is told before the pages are built, which takes minutes.
  const store = await reachStore(config, patience)
  await buildIfNeeded(root, next)
  if ((await store.datasets()).length === 0) await runSample(config, 1, 'sample')
  process.exitCode = await runServer({ ...config, port })
}

/** Runs until the server ends, or is ended. */
function runServer({ home, host, port }: Config): Promise<number> {
  const server = spawn(process.execPath, [next, 'start', '--hostname', host, '--port', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: childEnvironment({ SOUNDING_HOME: home, HOST: host, PORT: String(port) }),
  })
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isStopping) server.kill(signal)
      isStopping = true
    })
  }
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  server.stdout.on('data', chunk => {
    if (String(chunk).includes('Ready')) console.log(`Sounding is ready: ${address}\nStop it with Ctrl+C.`)
  })
  return new Promise((done, stop) => {
    server.once('error', stop)
    server.once('exit', code => done(isStopping ? 0 : (code ?? failed)))
  })
}
