export { authorise, type Viewer } from './authorise'
