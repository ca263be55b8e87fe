import type { ReactNode } from 'react'
import { HomePage } from '@/components/home'

export default function Page(): ReactNode {
  return <HomePage />
}
