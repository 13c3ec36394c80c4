/** Supervisors kill a process some seconds after the signal to end. */
const graceMilliseconds = 4_500

/**
 * Returns a signal that aborts when this process is to end: Ctrl-C, a closed terminal, a supervisor. Its reason is the
 * name of the process signal. A second Ctrl-C ends the process at once.
 */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // Ctrl-C also reaches npm, which passes it on: the same signal arrives twice within moments.
      if (controller.signal.aborted) return
      controller.abort(name)
      // Without a reference, so that a process that has stopped does not wait for it.
      setTimeout(() => process.exit(130), graceMilliseconds).unref()
      setTimeout(() => process.on(name, () => process.exit(130)), 500).unref()
    })
  }
  return controller.signal
}
