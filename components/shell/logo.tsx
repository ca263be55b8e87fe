import type { ReactNode } from 'react'

/** A lead line going down through the water. */
export function Logo(): ReactNode {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6" fill="none">
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <path
        d="M5 8.500c1.200-1.300 2.300-1.300 3.500 0s2.300 1.300 3.500 0 2.300-1.300 3.500 0 2.300 1.300 3.500 0"
        stroke="var(--on-accent)"
        strokeWidth="1.600"
        strokeLinecap="round"
      />
      <path d="M12 11.500v4" stroke="var(--on-accent)" strokeWidth="1.600" strokeLinecap="round" />
      <circle cx="12" cy="17.500" r="2" fill="var(--on-accent)" />
    </svg>
  )
}
