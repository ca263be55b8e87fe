export { readParameters } from './read-parameters'
