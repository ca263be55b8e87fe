'use client'

import { lazy } from 'react'

/** The list of a panel comes when the panel is first opened. */
export const OptionsPanel = lazy(() => import('./options-panel').then(module => ({ default: module.OptionsPanel })))
