export { makeSample, type SampleOptions } from './make'
export type { SampleSize } from './write'
