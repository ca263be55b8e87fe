export { type Exhibit, exhibits } from './exhibits'
export { Gallery } from './gallery'
