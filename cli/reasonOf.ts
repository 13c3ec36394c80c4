/**
 * Returns the message of a thrown value, followed by its cause, such as
 * `fetch failed: connect ECONNREFUSED 127.0.0.1:3900`.
 */
export function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause !== undefined ? reasonOf(error.cause) : ''
  return cause === '' || reason.includes(cause) ? reason : `${reason}: ${cause}`
}
