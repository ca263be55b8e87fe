'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { FigureJson } from './drawing'
import { Plotly } from './plotly'

type PlotArguments = Parameters<typeof Plotly.react>

const config = { displayModeBar: false, responsive: true, doubleClick: false, showTips: false } as const

/** Draws a figure; the first paint of Plotly and all later changes go through the same call. */
export function Plot({ figure }: { readonly figure: FigureJson }): ReactNode {
  const holder = useRef<HTMLDivElement>(null)
  const drawn = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    const element = holder.current
    if (element === null) return
    // Plotly keeps and changes what it is given: it gets a copy of its own.
    const { data, layout } = structuredClone({ data: figure.data, layout: { ...figure.layout, height: figure.height } })
    // The figure is plain JSON made for Plotly; its types ask for mutable arrays.
    const draw = () => Plotly.react(element, data as unknown as PlotArguments[1], layout as PlotArguments[2], config)
    // Plotly finishes a drawing later; a second one begun meanwhile would be lost under the first.
    drawn.current = drawn.current.then(draw, draw)
  }, [figure])

  useEffect(() => {
    const element = holder.current
    return () => {
      if (element !== null) Plotly.purge(element)
    }
  }, [])

  return <div ref={holder} style={{ height: figure.height, minWidth: figure.leastWidth }} />
}
