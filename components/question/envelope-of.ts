import { type Envelope, envelopeFields } from '@/lib/document/envelope'

/** The fields that a document shares with those of all kinds. */
export function envelopeOf(document: Envelope): Envelope {
  const shared = Object.entries(document).filter(([field, value]) => Object.hasOwn(envelopeFields, field) && value !== undefined)
  // Exactly the fields of the envelope are left.
  return Object.fromEntries(shared) as unknown as Envelope
}
