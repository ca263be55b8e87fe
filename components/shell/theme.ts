export type ThemeChoice = 'light' | 'dark' | 'system'

const key = 'theme'
const listeners = new Set<() => void>()

/** What this reader chose in this browser; without a choice the system decides. */
export function chosenTheme(): ThemeChoice {
  const stored = localStorage.getItem(key)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(key, choice)
  applyTheme()
  for (const listener of listeners) listener()
}

/** Shows the page in the theme that is chosen, or that the system asks for now. */
export function applyTheme(): void {
  const choice = chosenTheme()
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
