import type { Fields } from '@/sql/embedded'
import { readEventTime } from './event-time'
import { LineError, type Member, scanLine } from './scan-line'

/** An event as a line says it, its values as texts. */
export interface LineEvent {
  readonly event_type: string
  readonly event_time: string
  readonly user_id: string | null
  readonly properties: readonly Member[]
}

/** The line itself, its fields, and the members of its properties. */
const depth = 2

/** Reads what a line says of an event. Throws a `LineError` that says why it is none. */
export function readEvent(line: string, fields: Fields): LineEvent {
  const members = new Map<string, Member>()
  for (const member of scanLine(line, depth)) if (!members.has(member.name)) members.set(member.name, member)
  return {
    event_type: readType(members.get(fields.event_type), fields.event_type),
    event_time: readTime(members.get(fields.event_time), fields.event_time),
    user_id: readUser(members.get(fields.user_id), fields.user_id),
    properties: readProperties(members.get(fields.event_properties), fields.event_properties),
  }
}

function readType(member: Member | undefined, field: string): string {
  if (isMissing(member)) throw new LineError(`no “${field}”`)
  if (member.type !== 'text') throw new LineError(`“${field}” is not a text`)
  if (member.text === '') throw new LineError(`“${field}” is empty`)
  return member.text
}

function readTime(member: Member | undefined, field: string): string {
  if (isMissing(member)) throw new LineError(`no “${field}”`)
  const time = member.type === 'text' ? readEventTime(member.text) : undefined
  if (time === undefined) throw new LineError(`“${field}” is not a time such as 2026-10-01T16:12:14.721323Z`)
  return time
}

function readUser(member: Member | undefined, field: string): string | null {
  if (isMissing(member)) return null
  if (member.type !== 'text' && member.type !== 'number') throw new LineError(`“${field}” is neither a text nor a number`)
  return member.text
}

/** Nulls are left out; of a key that comes twice the first counts. */
function readProperties(member: Member | undefined, field: string): readonly Member[] {
  if (isMissing(member)) return []
  if (member.type !== 'object') throw new LineError(`“${field}” is not an object`)
  const seen = new Set<string>()
  return member.members.filter(property => {
    if (property.type === 'null' || seen.has(property.name)) return false
    seen.add(property.name)
    return true
  })
}

function isMissing(member: Member | undefined): member is undefined {
  return member === undefined || member.type === 'null'
}
