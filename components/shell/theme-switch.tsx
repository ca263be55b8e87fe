'use client'

import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { Chip, Icon, type IconName, OptionsPanel } from '@/components/ui'
import { applyTheme, chooseTheme, chosenTheme, onThemeChange, type ThemeChoice } from './theme'

const options = [
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'system', label: 'As the system' },
] as const

const icons: Readonly<Record<ThemeChoice, IconName>> = { light: 'sun', dark: 'moon', system: 'system' }

export function ThemeSwitch(): ReactNode {
  const choice = useSyncExternalStore(onThemeChange, chosenTheme, () => 'system' as const)
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', applyTheme)
    return () => system.removeEventListener('change', applyTheme)
  }, [])
  return (
    <Chip label="Theme" text={<Icon name={icons[choice]} />} hasChevron={false} className="border-transparent bg-transparent text-muted">
      {close => (
        <OptionsPanel
          label="Theme"
          options={options}
          chosen={choice}
          onChoose={id => {
            close()
            chooseTheme(options.find(option => option.id === id)?.id ?? 'system')
          }}
        />
      )}
    </Chip>
  )
}
