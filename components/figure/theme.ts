import type { Colour } from '@/lib/chart'

export type ThemeName = 'light' | 'dark'

/** What a figure is drawn with. Plotly cannot read the page's variables, so the colours are here once more. */
export interface FigureTheme {
  readonly palette: readonly string[]
  readonly other: string
  readonly missing: string
  readonly surface: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  /** Lost between steps. */
  readonly lost: string
  /** From nothing to everything. */
  readonly scale: readonly (readonly [number, string])[]
}

/** Each palette was searched for the largest least difference under normal, protan, deutan and tritan sight, at a contrast of 3 : 1. */
export const themes: Readonly<Record<ThemeName, FigureTheme>> = {
  light: {
    palette: ['#0b7a94', '#d17617', '#3333af', '#a071f0', '#7e0815', '#27a291', '#a6442e', '#5a2e61'],
    other: '#818a94',
    missing: '#5d6671',
    surface: '#ffffff',
    ink: '#14181d',
    muted: '#59626c',
    line: '#e5e8eb',
    lost: '#d5e9ee',
    scale: [
      [0, '#eef6f8'],
      [0.25, '#b5dbe4'],
      [0.5, '#6bb3c4'],
      [0.75, '#1f8299'],
      [1, '#07495a'],
    ],
  },
  dark: {
    palette: ['#4cc3dd', '#e3b147', '#8981fe', '#f5d4e0', '#cc8475', '#d3f388', '#b65418', '#85649d'],
    other: '#7d8791',
    missing: '#a4adb6',
    surface: '#15191d',
    ink: '#e9edf0',
    muted: '#9aa4ae',
    line: '#2a3138',
    lost: '#1f3940',
    scale: [
      [0, '#18242a'],
      [0.25, '#17414d'],
      [0.5, '#1f6a7d'],
      [0.75, '#3f9fb5'],
      [1, '#8ee3f3'],
    ],
  },
}

export function paint(colour: Colour, theme: FigureTheme): string {
  if (colour === 'other' || colour === 'missing') return theme[colour]
  return theme.palette[colour % theme.palette.length] ?? theme.ink
}

/** The colour of a text on a cell that is `level` (0 to 1) up the scale: ink or surface, whichever stands out more. */
export function inkOn(level: number, theme: FigureTheme): string {
  const cell = luminance(scaleAt(level, theme.scale))
  return contrast(cell, luminance(channels(theme.ink))) >= contrast(cell, luminance(channels(theme.surface))) ? theme.ink : theme.surface
}

/** The contrast of two colours, from 1 to 21. */
export const contrastOf = (one: string, other: string): number => contrast(luminance(channels(one)), luminance(channels(other)))

type Channels = readonly [number, number, number]

function scaleAt(level: number, scale: FigureTheme['scale']): Channels {
  const next = Math.max(
    1,
    scale.findIndex(([at]) => at >= level),
  )
  const [low, lowColour] = scale[next - 1] ?? [0, '#000000']
  const [high, highColour] = scale[next] ?? [1, '#000000']
  const part = (level - low) / (high - low)
  const from = channels(lowColour)
  const to = channels(highColour)
  const between = (at: 0 | 1 | 2) => from[at] + part * (to[at] - from[at])
  return [between(0), between(1), between(2)]
}

function channels(colour: string): Channels {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}

/** Relative luminance and contrast as WCAG defines them. */
function luminance([red, green, blue]: Channels): number {
  const linear = (channel: number) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** A `#rrggbb` colour that lets `alpha` of itself through. */
export function withAlpha(colour: string, alpha: number): string {
  return `rgba(${channels(colour).join(',')},${alpha})`
}
