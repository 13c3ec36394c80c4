import type {Server} from 'node:http'

/** Milliseconds for requests in progress. */
const grace = 3000

/**
 * Stops a server on SIGTERM and SIGINT: finishes the requests in progress, then exits. Ends after three
 * seconds in any case. A second signal ends at once.
 *
 * @param steps.start - called first
 * @param steps.finish - awaited after the last request
 */
export function stopOnSignals(
  server: Server,
  {start, finish}: {start: () => void; finish: () => Promise<void>},
): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    start()
    server.close(() => void finish().finally(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => {
      server.closeAllConnections()
      process.exit(0)
    }, grace)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
