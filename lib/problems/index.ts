export { closest } from './closest'
export { formatPath, type Path, type Problem, type ProblemCode, problem } from './problem'
export { fail, ProblemError, type Result, succeed } from './result'
