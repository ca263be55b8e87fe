/** Every sentence a person reads when a question cannot be answered: what is wrong, and what to do next. */
export const texts = {
  invalidValue: ({ detail }: { detail: string }) => detail,
  unknownField: ({ field, suggestion }: { field: string; suggestion?: string }) =>
    `There is no field “${field}” here${didYouMean(suggestion)}`,
  unknownEvent: ({ event, dataset, suggestion }: { event: string; dataset: string; suggestion?: string }) =>
    `The dataset “${dataset}” has no event “${event}”${didYouMean(suggestion)}`,
  unknownProperty: ({ property, dataset, suggestion }: { property: string; dataset: string; suggestion?: string }) =>
    `The dataset “${dataset}” has no property “${property}”${didYouMean(suggestion)}`,
  unknownDataset: ({ dataset, known }: { dataset: string; known: readonly string[] }) =>
    known.length > 0
      ? `There is no dataset “${dataset}”. There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}.`
      : `There is no dataset “${dataset}” and none is loaded yet. Load files with “npx sounding load FILES”, or make the sample with “npx sounding sample”.`,
  noDataset: () => 'No data is loaded yet. Load files with “npx sounding load FILES”, or make the sample with “npx sounding sample”.',
  unknownKind: ({ kind, known }: { kind: string; known: readonly string[] }) =>
    `There is no kind “${kind}”. Use one of: ${known.join(', ')}.`,
  unknownTimezone: ({ timezone }: { timezone: string }) =>
    `“${timezone}” is not a time zone. Use an IANA name, such as “Europe/Budapest” or “UTC”.`,
  outOfReach: () => 'This range reaches beyond the years 1800 to 2199. Choose days within them.',
  emptyRange: () => 'This range holds no time: it ends before it starts, or starts after now. Choose a range that starts earlier.',
  tooManyBuckets: ({ found, most }: { found: number; most: number }) =>
    `This range has ${found} buckets at this interval; at most ${most} can be shown. Choose a shorter range or a longer interval.`,
  invalidPattern: ({ pattern, reason }: { pattern: string; reason: string }) =>
    `“${pattern}” cannot be used as a regular expression (RE2): ${reason}. Correct the pattern, or use “contains”.`,
  notSupported: ({ what }: { what: string }) => `${what} is not built yet.`,
  tooLarge: ({ bytes, most }: { bytes: number; most: number }) => `The document has ${bytes} bytes; at most ${most} are accepted.`,
  notJson: ({ reason }: { reason: string }) => `The document is not JSON: ${reason}`,
  engineFailed: ({ reason }: { reason: string }) => `The engine could not run the query: ${reason}`,
  timedOut: ({ seconds }: { seconds: number }) =>
    `The query took longer than ${seconds} s and was stopped. Choose a shorter range or fewer events.`,
  busy: () => 'Too many queries are running. Try again in a moment.',
  cancelled: () => 'The query was cancelled.',
  tooDeep: ({ most }: { most: number }) => `The document is nested more than ${most} levels deep. Write its conditions flatter.`,
  foreignHost: ({ host }: { host: string }) =>
    `This server answers on this machine only, and not as “${host}”. Open it as http://127.0.0.1 with its port.`,
  foreignOrigin: ({ origin }: { origin: string }) => `Pages of “${origin}” may not ask this server.`,
  unexpected: () => 'Something went wrong in the server that should not. Its log says what; ask whoever runs it to report it.',
  storeUnavailable: ({ reason }: { reason: string }) => reason,
} as const satisfies Record<string, (values: never) => string>

function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '.' : `. Did you mean “${suggestion}”?`
}
