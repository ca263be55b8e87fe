export { serveCommands } from './serve-commands'
