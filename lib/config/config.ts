import { totalmem } from 'node:os'
import { resolve } from 'node:path'

/** What the environment says of how this installation runs. */
export interface Config {
  /** The folder that holds the store: `SOUNDING_HOME`, or `.sounding` below the folder it was started in. */
  readonly home: string
  /** How much memory the embedded engine may take, in MB: `SOUNDING_MEMORY` (`2GB`, `512MB` or a number of MB), or half of the machine. */
  readonly memoryMb: number
  readonly host: string
  readonly port: number
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The environment, checked. Throws `ConfigError`, with what to write instead, for a setting that cannot be read. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  return {
    // Else the build traces the whole project for files that could be meant.
    home: resolve(/* turbopackIgnore: true */ environment.SOUNDING_HOME || '.sounding'),
    memoryMb: readMemory(environment.SOUNDING_MEMORY),
    host: environment.HOST || '127.0.0.1',
    port: readPort(environment.PORT),
  }
}

const leastMemoryMb = 128

function readMemory(text: string | undefined): number {
  if (!text) return Math.max(leastMemoryMb, Math.floor(totalmem() / 2 / 1e6))
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)b?\s*$/i.exec(text)
  const megabytes = match ? Math.floor(Number(match[1]) * megabytesOf(match[2] ?? '')) : 0
  if (megabytes >= leastMemoryMb) return megabytes
  throw new ConfigError(`SOUNDING_MEMORY is “${text}”. Write an amount of at least ${leastMemoryMb} MB, such as “2GB” or “512MB”.`)
}

function megabytesOf(unit: string): number {
  return { k: 1e-3, m: 1, g: 1e3, t: 1e6 }[unit.toLowerCase()] ?? 1
}

function readPort(text: string | undefined): number {
  if (!text) return 3000
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new ConfigError(`PORT is “${text}”. Write a number between 0 and 65535, such as 3000.`)
}

/** What a process that this one starts finds in its environment. */
export function childEnvironment(changes: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}
