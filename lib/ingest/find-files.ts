import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'

export interface FoundFiles {
  readonly files: readonly string[]
  /** What was asked for and does not exist, or matches nothing. */
  readonly missing: readonly string[]
}

/** In folders, only files that look like JSON lines are taken; a file that is named, or matched by a pattern, is taken as it is. */
const wantedInFolders = '**/*.{json,jsonl,ndjson,JSON,JSONL,NDJSON}{,.gz,.GZ}'

/** Finds the files that names, folders and patterns stand for: absolute, each once, in the order of their paths. */
export async function findFiles(asked: readonly string[], folder: string): Promise<FoundFiles> {
  const files = new Set<string>()
  const missing: string[] = []
  for (const text of asked) {
    const found = await findOne(text, folder)
    if (found.length === 0) missing.push(text)
    for (const file of found.toSorted()) files.add(file)
  }
  return { files: [...files], missing }
}

async function findOne(text: string, folder: string): Promise<readonly string[]> {
  const path = resolve(folder, text)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return glob(wantedInFolders, { cwd: path, absolute: true, expandDirectories: false })
  if (stats) return [path]
  if (!isDynamicPattern(text)) return []
  const pattern = process.platform === 'win32' ? text.replaceAll('\\', '/') : text
  return glob(pattern, { cwd: folder, absolute: true, expandDirectories: false, onlyFiles: true })
}
