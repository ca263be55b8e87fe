export { checkKind, type SuiteOptions, type SuiteReport } from './suite'
