export { Command, GettingStarted } from './getting-started'
export { Providers } from './providers'
export { TopBar } from './top-bar'
export { useDatasetName } from './use-dataset'
