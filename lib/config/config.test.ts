import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config'

describe('the environment', () => {
  test('may be empty', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ home: resolve('.sounding'), host: '127.0.0.1', port: 3000 })
    expect(config.memoryMb).toBeGreaterThanOrEqual(128)
  })

  test('says where the store lies and how much memory it may take', () => {
    expect(readConfig({ SOUNDING_HOME: '/data/a', SOUNDING_MEMORY: '2GB', PORT: '80', HOST: '0.0.0.0' })).toEqual({
      home: resolve('/data/a'),
      memoryMb: 2000,
      host: '0.0.0.0',
      port: 80,
    })
    expect(readConfig({ SOUNDING_MEMORY: '512' }).memoryMb).toBe(512)
  })

  test.each([{ SOUNDING_MEMORY: 'much' }, { SOUNDING_MEMORY: '1MB' }, { PORT: '80a' }, { PORT: '70000' }])(
    'is refused when it says %o',
    environment => {
      expect(() => readConfig(environment)).toThrow(ConfigError)
    },
  )
})
