/**
 * Returns the outcome, or rejects with the reason of the signal as soon as it aborts. The work goes on.
 *
 * @param signal - undefined for work that the caller always waits for
 */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  outcome: Promise<T>,
): Promise<T> {
  if (!signal) return outcome
  const ended = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, {signal: ended.signal})
  })
  try {
    return await Promise.race([aborted, outcome])
  } finally {
    ended.abort()
    // The caller has left, so nobody hears of a later failure.
    outcome.catch(() => {})
  }
}
