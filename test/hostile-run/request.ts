/**
 * Sends a request and reads its body. Returns the status, or `closed` when the server ended the connection,
 * or `no response` when the signal aborted first.
 */
export async function statusOf(
  url: string,
  init: RequestInit & {signal: AbortSignal},
): Promise<string> {
  try {
    const response = await fetch(url, init)
    await drain(response)
    return String(response.status)
  } catch {
    return init.signal.aborted ? 'no response' : 'closed'
  }
}

/** Reads a body without keeping it: some are large. */
async function drain({body}: Response): Promise<void> {
  if (body) await body.pipeTo(new WritableStream())
}
