/** Names and values that random events and documents are made of: few, so that they meet, and nasty, so that nothing is taken for granted. */
export const eventNames = ['signup', 'file_saved', 'file_exported', 'it\'s "quoted" \\ back', 'a.b; {{x}} $e -- %', 'new\nline 🎉'] as const

export const nastyKey = 'k.e"y\' \\ $ 🎉'

/** The values of each key of the map, as texts. Numbers are multiples of 0.25, so that sums are exact in any order. */
export const valuesByKey: Readonly<Record<string, readonly string[]>> = {
  plan: ['pro', 'free', '', 'Pro', 'é', 'É', '$other', 'null', 'ß🎉', 'ß～', "o'x%_", 'a.c', '(+*?)[^]{2}|', '$1 \\n', 'pro\nfree\n'],
  amount: [
    ...['0', '1', '1.0', '2', '2.50', '-3', '0.25', '10', '25e-2', '1e1', '-0', '007'],
    ...[
      ' 12 ',
      '\t7\n',
      '.5',
      '5.',
      '+3',
      '1_000',
      '1e999',
      '-1e999',
      '0x1F',
      'nan',
      'inf',
      'Infinity',
      '1d',
      '1,5',
      '',
      '.',
      'TRUE',
      '１',
    ],
  ],
  at: [
    ...[
      '2026-10-25',
      '2026-10-25T00:30Z',
      '2026-04-24',
      '2026-10-25T02:30:00+02:00',
      '2026-10-25 02:30:00.000001',
      '2026-11-01T01:30:00-05:00',
    ],
    ...[
      '2024-02-29',
      '2026-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-06-31 10:00',
      '2026-10-25T24:00',
      '2026-10-25T09:30:60',
      '2026-10-25t09:30',
    ],
    ...[' 2026-10-25', '20261025', 'soon', ''],
  ],
  flag: ['true', 'TRUE', 'False', 'false', '1', '0', ' true', 'yes', ''],
  [nastyKey]: ['～', '🎉', 'a', 'b', 'a\nb', '"', "'", '\\', '$1', '{{x}}'],
}

export const userAttributes: Readonly<Record<string, readonly string[]>> = {
  country: ['HU', 'US', 'eg', ''],
  'nick "name"': ["o'x", '$other', '🎉'],
}

export const userIds = ['u1', 'u2', 'u3', 'u4', 'u5', 'U1', 'o\'neill "🎉"'] as const

/** Zones whose clocks change at different hours, by different amounts, or never, with days on which something happens. */
export const zones: Readonly<Record<string, readonly string[]>> = {
  UTC: ['2026-02-28', '2024-02-29', '2026-12-31'],
  'Europe/Budapest': ['2026-10-25', '2026-03-29', '2026-12-31'],
  'America/New_York': ['2026-11-01', '2026-03-08', '2026-01-31'],
  'Asia/Kathmandu': ['2026-06-30', '2026-02-28'],
  'Africa/Cairo': ['2026-04-24', '2026-10-30', '2026-10-29'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
}

/**
 * Local times that come twice or never where the clock changes, and the instant of the change: which side of it a text is read on tells
 * how it was read.
 */
export const clockChanges: Readonly<Record<string, readonly { readonly texts: readonly string[]; readonly change: string }[]>> = {
  'Europe/Budapest': [
    { texts: ['2026-10-25 02:30', '2026-10-25T02:00', '2026-10-25 02:59:59.999999'], change: '2026-10-25T01:00:00Z' },
    { texts: ['2026-03-29T02:30', '2026-03-29 02:00'], change: '2026-03-29T01:00:00Z' },
  ],
  'America/New_York': [
    { texts: ['2026-11-01 01:30', '2026-11-01T01:00'], change: '2026-11-01T06:00:00Z' },
    { texts: ['2026-03-08 02:30'], change: '2026-03-08T07:00:00Z' },
  ],
  'Africa/Cairo': [
    { texts: ['2026-10-29 23:30', '2026-10-29T23:00'], change: '2026-10-29T21:00:00Z' },
    { texts: ['2026-04-24 00:30', '2026-04-24'], change: '2026-04-23T22:00:00Z' },
  ],
  'Australia/Lord_Howe': [
    { texts: ['2026-04-05 01:45:00.5', '2026-04-05T01:30'], change: '2026-04-04T15:00:00Z' },
    { texts: ['2026-10-04T02:15'], change: '2026-10-03T15:30:00Z' },
  ],
}

/** Conversion windows; events are set at these distances from one another, give or take a little. */
export const windows = [
  { value: 1, unit: 'second' },
  { value: 5, unit: 'minute' },
  { value: 1, unit: 'hour' },
  { value: 1, unit: 'day' },
  { value: 3, unit: 'day' },
  { value: 1, unit: 'week' },
] as const

/** Texts that mean more than themselves to one language or other, and here must not. */
export const hostileTexts = [
  '%',
  '_',
  '%_',
  '.',
  '.*',
  '\\',
  '\\n',
  '$',
  '$1',
  "'",
  '"',
  '\n',
  '🎉',
  '(+',
  '[^]',
  '{2}',
  '|',
  '{{x',
  ':p1',
  '?',
  '--',
  '\0',
] as const

/** Patterns that mean the same to RE2, Java and JavaScript. */
export const patterns = [
  ...[
    '\\.',
    '^a.c$',
    '\\*',
    '[%_]',
    '"',
    '\\\\',
    '\\$1',
    '🎉',
    '.🎉',
    '\\n',
    'o\nf',
    '\\{2\\}',
    '\\(\\+',
    '\\[\\^\\]',
    '%$',
    '\\|$',
    '^.{3}$',
    '[^\\x00-\\x7f]',
  ],
  ...['^p', 'o$', 'r.', '[a-f]+', 'pro|free', '^$', '\\d', '^[^a]*$', "'", '\\$', 'e{1,2}', 'é'],
] as const
