import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ExplorePage } from '@/components/explore'

export const metadata: Metadata = { title: 'Explore' }

export default function Page(): ReactNode {
  return <ExplorePage />
}
