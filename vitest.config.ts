import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,sql,scripts}/**/*.test.{ts,tsx}'],
    // Engines run for real, and the random cases number thousands: a slow machine is no failure.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
