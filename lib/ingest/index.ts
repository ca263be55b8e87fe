export { findFiles } from './find-files'
export { inspectFile } from './inspect'
export { type LoadOptions, type LoadProgress, type LoadSummary, load } from './load'
export { plainFields, type StagedFile, stageFiles } from './stage'
