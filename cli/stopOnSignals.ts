/** Supervisors kill a process some seconds after they asked it to end. Programs that it started get two. */
const graceMilliseconds = 4_500

/**
 * A signal that is aborted when someone asks this process to end (Ctrl-C, a closed terminal, a
 * supervisor, the end of the npm that started it). The process then ends within five seconds, even if something does
 * not stop. Asked a second time it ends at once. The programs it started end with it.
 */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    controller.abort()
    // Without a reference, so that a process that has stopped does not wait for it.
    setTimeout(exitNow, graceMilliseconds).unref()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // Ctrl-C also reaches npm, which passes it on: the same request arrives twice within moments.
      if (controller.signal.aborted) return
      stop()
      setTimeout(() => process.on(name, () => process.exit(130)), 500).unref()
    })
  }
  return controller.signal
}

function exitNow() {
  process.stderr.write(
    'Something did not stop in time. Exiting now. Saved edits are not affected.\n',
  )
  process.exit(130)
}
