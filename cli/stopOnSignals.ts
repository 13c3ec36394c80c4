/**
 * A signal that is aborted when someone asks this process to end: Ctrl-C, a closed terminal, a
 * supervisor. Asked a second time it ends at once; the programs it started end with it.
 */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // Ctrl-C reaches npm too, which passes it on: the same wish, heard twice within moments.
      if (controller.signal.aborted) return
      controller.abort()
      setTimeout(() => process.on(name, () => process.exit(130)), 500).unref()
    })
  }
  return controller.signal
}
