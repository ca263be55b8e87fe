import type { FigureTheme } from './theme'

/** What a figure depends on besides its mark. Everything is an argument, so that a figure can be drawn anywhere. */
export interface Canvas {
  readonly theme: FigureTheme
  readonly locale: string
  /** In pixels; decides how many labels fit. */
  readonly width: number
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
export type JsonObject = { readonly [key: string]: Json | undefined }

/** A Plotly figure as plain JSON, and the height it wants. */
export interface FigureJson {
  readonly data: readonly JsonObject[]
  readonly layout: JsonObject
  readonly height: number
  /** Narrower than this it is scrolled. */
  readonly leastWidth?: number
}

const fontFamily = "'Inter Variable', Inter, system-ui, sans-serif"

/** Text from data stands in figures as text: Plotly reads some tags as markup. */
export function plainText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function shorten(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

export function baseLayout({ theme }: Canvas): JsonObject {
  return {
    autosize: true,
    margin: { l: 48, r: 16, t: 12, b: 36 },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: fontFamily, size: 12, color: theme.muted },
    showlegend: false,
    dragmode: false,
    hoverlabel: { bgcolor: theme.ink, bordercolor: theme.ink, font: { family: fontFamily, size: 12, color: theme.surface }, align: 'left' },
    hovermode: 'closest',
  }
}
