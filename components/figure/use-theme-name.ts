import { useSyncExternalStore } from 'react'
import type { ThemeName } from './theme'

/** The theme that the page is shown in now. */
export function useThemeName(): ThemeName {
  return useSyncExternalStore(subscribe, read, () => 'light')
}

const read = (): ThemeName => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light')

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
