export { type Config, ConfigError, childEnvironment, readConfig } from './config'
