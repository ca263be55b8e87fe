import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { streamRows } from '@/lib/store'
import { type Fields, readCareLines } from '@/sql/embedded'
import { findSuspects } from './find-suspects'
import type { InspectedFile } from './inspect'
import { PlainFile } from './plain-file'
import { readEvent } from './read-event'
import { reasonOf } from './read-line'
import type { Reject } from './rejects'

/** A file of which the engine has left lines to be read by hand. */
export interface CareFile extends InspectedFile {
  readonly source: number
  /** How many lines the engine has left without their text, because they are no JSON. */
  readonly textless: number
}

/** What the lines are that the engine has left of a file: events, in a plain file, and rejects. */
export interface Cared {
  readonly source: number
  readonly path: string
  readonly longestLine: number
  readonly rejects: readonly Reject[]
}

/** With more bad lines than this, a file is read by hand from start to end. */
const mostBad = 10_000

/**
 * Reads by hand the lines that the engine has left of a file. Only when one of them is bad is the file gone through, to tell where it stands.
 * Undefined when the file must be read by hand from start to end.
 */
export async function careForLines(
  connection: DuckDBConnection,
  file: CareFile,
  fields: Fields,
  folder: string,
): Promise<Cared | undefined> {
  if (file.textless > mostBad) return undefined
  const plain = new PlainFile(join(folder, `${file.source}-care.jsonl`))
  try {
    const rejects = await writeEvents(connection, file, fields, plain)
    await plain.close()
    if (rejects !== undefined) return { source: file.source, path: plain.path, longestLine: plain.longestLine, rejects }
  } catch (error) {
    plain.destroy()
    throw error
  }
  rmSync(plain.path)
  return undefined
}

/** Writes those that are events, and returns those that are not. */
async function writeEvents(
  connection: DuckDBConnection,
  file: CareFile,
  fields: Fields,
  plain: PlainFile,
): Promise<readonly Reject[] | undefined> {
  const bad = new Set<string>()
  let lines = file.textless
  for await (const { line } of streamRows(connection, readCareLines, file.source)) {
    const event = eventOf(String(line), fields)
    if (event) await plain.write(event)
    else {
      bad.add(String(line).trim())
      lines++
    }
    if (lines > mostBad) return undefined
  }
  if (lines === 0) return []
  const suspects = await findSuspects(file, fields, { bad, lines, isAnyBroken: file.textless > 0 })
  for (const event of suspects?.events ?? []) await plain.write(event)
  return suspects?.rejects
}

function eventOf(line: string, fields: Fields) {
  try {
    return readEvent(line, fields)
  } catch (error) {
    // What is no reject is thrown on.
    reasonOf(error)
    return undefined
  }
}
