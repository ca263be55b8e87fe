export { findFiles } from './find-files'
export { type LoadOptions, type LoadProgress, type LoadSummary, load } from './load'
