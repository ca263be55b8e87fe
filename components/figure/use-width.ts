import { type RefCallback, useCallback, useState } from 'react'

const leastWidth = 120

/** The width of an element, in steps of 20 px so that a figure is not drawn anew for every pixel; null before it is known. */
export function useWidth(): readonly [RefCallback<HTMLElement>, number | null] {
  const [width, setWidth] = useState<number | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => {
      // An element that is not laid out yet is only as wide as its padding.
      if (entry && entry.contentRect.width >= leastWidth) setWidth(Math.round(entry.contentRect.width / 20) * 20)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
