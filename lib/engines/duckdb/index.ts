export { type Database, type DatabaseOptions, openDatabase } from './database'
export { duckdbEngine } from './engine'
export { Gate } from './gate'
