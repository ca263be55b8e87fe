export { closest } from './closest'
export { problemResponse } from './http'
export { formatPath, type Path, type Problem, type ProblemCode, problem } from './problem'
export { fail, ProblemError, type Result, succeed } from './result'
