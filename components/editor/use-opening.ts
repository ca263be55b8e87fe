import { useEffect, useState } from 'react'

/**
 * Whether a panel is open. One that starts open opens a moment late: the panel that led here is closing, and gives the focus back first.
 */
export function useOpening(startsOpen: boolean): readonly [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!startsOpen) return
    const timer = setTimeout(() => setOpen(true), openingDelayMillis)
    return () => clearTimeout(timer)
  }, [startsOpen])
  return [isOpen, setOpen]
}

const openingDelayMillis = 120
