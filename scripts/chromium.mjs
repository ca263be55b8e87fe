// Finds the Chromium that the browser tests drive, or installs one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a browser: the one named by CHROMIUM_PATH, else one that is there, else one installed now. Throws with the way out. */
export function ensureChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, but there is nothing.`)
  }
  const found = findChromium()
  if (found !== undefined) return found
  installChromium()
  const installed = findChromium()
  if (installed !== undefined) return installed
  throw new Error(
    'The browser tests need a Chromium, and none could be installed. Install one (Debian, Ubuntu: apt-get install chromium;' +
      ' elsewhere: npx playwright install chromium, or Google Chrome), or set CHROMIUM_PATH to one.',
  )
}

function findChromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  return [chromium.executablePath(), ...onPath, ...places].find(path => path !== '' && existsSync(path) && starts(path))
}

/** On Ubuntu `chromium-browser` may be a script that only asks for a snap. */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function installChromium() {
  const hasApt = process.platform === 'linux' && existsSync('/usr/bin/apt-get')
  if (hasApt && process.getuid() === 0) {
    say('No Chromium here: installing Debian’s by apt-get.')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], env)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], env)
    if (findChromium() !== undefined) return
  }
  say('No Chromium here: asking Playwright for its own.')
  run('playwright', ['install', 'chromium'], process.env)
}

function run(command, args, env) {
  const done = spawnSync(command, args, { env, encoding: 'utf8', timeout: 600_000, shell: process.platform === 'win32' })
  if (done.status === 0) return
  const reason = (done.error?.message ?? `${done.stdout}${done.stderr}`).trim()
  say(`${command} ${args.join(' ')} failed:\n${reason.split('\n').slice(-10).join('\n')}`)
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
