import { useSyncExternalStore } from 'react'

/** The reader's locale. The server does not know it, and writes as in English until the browser takes over. */
export function useLocale(): string {
  return useSyncExternalStore(
    subscribe,
    () => navigator.language,
    () => 'en-US',
  )
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('languagechange', onChange)
  return () => window.removeEventListener('languagechange', onChange)
}
