import type { ReactNode } from 'react'

const paths = {
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M4 6l4 4 4-4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  undo: 'M6 3.5L2.5 7 6 10.5M3 7h6.5a4 4 0 0 1 0 8H8',
  redo: 'M10 3.5L13.5 7 10 10.5M13 7H6.5a4 4 0 0 0 0 8H8',
  check: 'M3 8.5l3.2 3.2L13 5',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.6 10.6L14 14',
  calendar: 'M3 4.5h10v9H3zM3 7h10M5.5 2.5v3M10.5 2.5v3',
  link: 'M6.5 9.5l3-3M7 4.5l1.2-1.2a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.2 1.2a3.2 3.2 0 0 1-4.5-4.5L4.5 7',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  download: 'M8 2.5v8M4.5 7L8 10.5 11.5 7M3 13.5h10',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  system: 'M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3',
  event: 'M8.7 1.8L3.5 9h4l-.6 5.2L12.500 7h-4z',
  property: 'M2.500 4.500h11M4.500 8h7M6.500 11.500h3',
  user: 'M8 8a2.800 2.800 0 1 0 0-5.600A2.800 2.800 0 0 0 8 8zM2.800 13.800a5.200 5.200 0 0 1 10.400 0',
  line: 'M2 12l4-5 3 3 5-7',
  area: 'M2 13V9l4-4 3 3 5-5v10z',
  grouped: 'M3 13V8M6 13V4M10 13V6M13 13V9',
  stacked: 'M4 13V9M4 7V4M8 13V8M8 6V2.500M12 13v-3M12 8V6',
  share: 'M4 13V7.500M4 5.500V3M8 13v-3M8 8V3M12 13V6.500M12 4.500V3',
  totals: 'M3 4h9M3 8h6M3 12h3',
  number: 'M6 2.500L4.500 13.500M11.500 2.500L10 13.500M2.500 6h11M2.500 10h11',
  steps: 'M3 13V3M7 13V6M11 13V9M14 13h-12',
  trend: 'M2 12l4-5 3 3 5-7M10.500 3H14v3.500',
  grid: 'M2.500 2.500h11v11h-11zM2.500 6.200h11M2.500 9.800h11M6.200 2.500v11M9.800 2.500v11',
  curve: 'M2 3c1.500 6 4 9 12 9.500',
  warning: 'M8 2.500l6 11H2zM8 6.500v3.500M8 11.800h.01',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  arrow: 'M3 8h10M9 4l4 4-4 4',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside a text; never the only name of a control. */
export function Icon({ name, className = 'size-4' }: { readonly name: IconName; readonly className?: string }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
