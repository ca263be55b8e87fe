import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Gallery } from '@/components/gallery'

export const metadata: Metadata = { title: 'Gallery' }

export default function Page(): ReactNode {
  // biome-ignore lint/style/noProcessEnv: what Next builds for, known when it builds; nothing that anybody configures
  if (process.env.NODE_ENV === 'production') notFound()
  return <Gallery />
}
