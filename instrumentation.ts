/** Runs once when a server starts: from then on other processes reach the store through it. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: the bundler replaces this by a text, and leaves the rest out for runtimes that have no files
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { serveCommands } = await import('@/lib/serving')
    await serveCommands()
  }
}
