/** Work that did not end in time. */
export class DeadlineError extends Error {
  override readonly name = 'TimeoutError'
}

/**
 * Runs work that must end in time. When it does not, its signal aborts, and the promise rejects even if
 * the work ignores the signal.
 *
 * @param milliseconds - until the deadline
 * @throws DeadlineError when the deadline comes first
 */
export async function withDeadline<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineError(`No answer within ${milliseconds / 1000} s`))
      controller.abort()
    }, milliseconds)
  })
  try {
    return await Promise.race([work(controller.signal), deadline])
  } finally {
    clearTimeout(timer)
  }
}
