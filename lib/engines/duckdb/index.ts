export { attachDatabase, type Database, type DatabaseOptions, isBroken, openDatabase, type Patience } from './database'
export { duckdbEngine } from './engine'
export { Gate } from './gate'
export { explainShortage } from './shortage'
