import type { Mark } from '@/lib/chart'
import { drawBars, drawRanking } from './bars'
import type { Canvas, FigureJson } from './drawing'
import { drawGrid } from './grid'
import { drawAreas, drawLines } from './lines'
import { drawSteps } from './steps'

/** A mark as Plotly's JSON; null for the mark that is set in type instead of drawn. */
export function figureOf(mark: Mark, canvas: Canvas): FigureJson | null {
  switch (mark.mark) {
    case 'line':
      return drawLines(mark, canvas)
    case 'area':
      return drawAreas(mark, canvas)
    case 'bar':
      return drawBars(mark, canvas)
    case 'ranking':
      return drawRanking(mark, canvas)
    case 'steps':
      return drawSteps(mark, canvas)
    case 'grid':
      return drawGrid(mark, canvas)
    case 'number':
      return null
    default:
      return mark satisfies never
  }
}
