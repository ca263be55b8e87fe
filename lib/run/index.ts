export { readDialect } from './dialect'
export { parseDocument } from './parse'
export { readBody, readJson } from './read-body'
export { type Explanation, explainQuery, type QueryAnswer, type RunQueryOptions, runQuery } from './run-query'
