import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { EventsPage } from '@/components/events'

export const metadata: Metadata = { title: 'Events' }

export default function Page(): ReactNode {
  return <EventsPage />
}
