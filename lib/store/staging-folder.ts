import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from './home'

/** Makes a folder for one load of this process, and removes those that loads of dead processes have left. */
export function makeStagingFolder(home: Home): string {
  mkdirSync(home.staging, { recursive: true })
  removeStale(home)
  return mkdtempSync(join(home.staging, `${process.pid}-`))
}

function removeStale(home: Home): void {
  for (const name of readdirSync(home.staging)) {
    const owner = Number(name.split('-', 1)[0])
    if (!isAlive(owner)) rmSync(join(home.staging, name), { recursive: true, force: true })
  }
}

function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
