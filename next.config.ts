import type { NextConfig } from 'next'

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // The address holds the question, which is nobody else's business.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A lock file in a folder above the clone would otherwise be taken for the root.
  turbopack: { root: import.meta.dirname },
  // Types are checked by npm run typecheck, tests included; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@duckdb/node-api'],
  // The engine's library is loaded by the binding at run time, where tracing does not see it.
  outputFileTracingIncludes: { '/*': ['./node_modules/@duckdb/node-bindings-*/**'] },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default config
