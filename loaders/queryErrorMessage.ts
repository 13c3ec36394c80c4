/**
 * Says why a query failed and what to do. The query itself is left out: it is up to 20 kB of GROQ, and
 * a client's own message can contain all of it.
 *
 * @param address - origin of the Content Lake, when the client knows it
 */
export function queryErrorMessage(error: unknown, address: string | undefined): string {
  const status = propertyOf(error, 'statusCode')
  if (status === 401 || status === 403) {
    return `The Content Lake refused the query: ${answerOf(error)} Check that the token may read this dataset and this perspective.`
  }
  if (typeof status === 'number') return `The Content Lake answered ${status}: ${answerOf(error)}`
  const at = address === undefined ? '' : ` at ${address}`
  const advice = isLoopback(address)
    ? 'Start it with `npm start`.'
    : 'Check the network, and the options projectId, dataset and apiHost.'
  return `Could not reach the Content Lake${at} (${reasonOf(error)}). ${advice}`
}

/** The lake's own sentence. A client adds the lines of the query after the first line. */
function answerOf(error: unknown): string {
  const description = propertyOf(propertyOf(error, 'details'), 'description')
  const text = typeof description === 'string' ? description : messageOf(error)
  const [line = ''] = text.split('\n')
  const short = line.length <= maxLength ? line : `${line.slice(0, maxLength)}…`
  return /[.!?…]$/.test(short) ? short : `${short}.`
}

const maxLength = 200

/** `fetch` throws "fetch failed"; the reason is the code of its cause. */
function reasonOf(error: unknown): string {
  for (let at = error; at !== undefined; at = propertyOf(at, 'cause')) {
    const reason = reasons.get(String(propertyOf(at, 'code'))) ?? reasons.get(nameOf(at))
    if (reason !== undefined) return reason
    if (propertyOf(at, 'cause') === undefined) return answerOf(at).replace(/\.$/, '')
  }
  return 'unknown error'
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'connection refused'],
  ['ECONNRESET', 'connection closed'],
  ['UND_ERR_SOCKET', 'connection closed'],
  ['ENOTFOUND', 'host not found'],
  ['EAI_AGAIN', 'host not found'],
  ['ETIMEDOUT', 'timed out'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timed out'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timed out'],
  ['TimeoutError', 'timed out'],
])

function isLoopback(address: string | undefined): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(address ?? '')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
