/** Work that did not end in time. */
export class DeadlineError extends Error {
  override readonly name = 'TimeoutError'
}

/**
 * Runs work that must end in time. When it does not, its signal aborts, and the promise rejects even if
 * the work ignores the signal.
 *
 * @param milliseconds - until the deadline. Undefined when only the caller ends the work
 * @param caller - ends the work early. Its reason is what the promise rejects with
 * @throws DeadlineError when the deadline comes first
 */
export async function withDeadline<Result>(
  milliseconds: number | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
  caller?: AbortSignal,
): Promise<Result> {
  caller?.throwIfAborted()
  const controller = new AbortController()
  let end = (_reason: unknown) => {}
  const ended = new Promise<never>((_, reject) => {
    end = (reason) => {
      reject(reason)
      controller.abort(reason)
    }
  })
  const timer =
    milliseconds === undefined
      ? undefined
      : setTimeout(
          () => end(new DeadlineError(`No answer within ${milliseconds / 1000} s`)),
          milliseconds,
        )
  const leave = () => end(caller?.reason)
  caller?.addEventListener('abort', leave)
  try {
    return await Promise.race([work(controller.signal), ended])
  } finally {
    clearTimeout(timer)
    caller?.removeEventListener('abort', leave)
  }
}
