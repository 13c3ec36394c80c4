import {propertyAt} from './results/path.ts'
import {queryFailure} from './queryFailure.ts'

/**
 * Says why a query failed and what to do. The query itself is left out: it is up to 20 kB of GROQ, and
 * a client's own message can contain all of it.
 *
 * @param address - origin of the Content Lake, when the client knows it
 */
export function queryErrorMessage(error: unknown, address: string | undefined): string {
  const at = address === undefined ? '' : ` at ${address}`
  const failure = queryFailure(error)
  if (failure === 'invalid-answer') {
    return `The Content Lake${at} sent something that is not a result. Check that apiHost is its address.`
  }
  if (failure === 'deadline-exceeded') {
    return `The Content Lake${at} did not answer in time (${messageOf(error)}). Check its load, or raise the timeout.`
  }
  const status = propertyAt(error, 'statusCode')
  if (status === 401 || status === 403) {
    return `The Content Lake refused the query: ${answerOf(error)} Check that the token may read this dataset and perspective.`
  }
  if (typeof status === 'number') return `The Content Lake answered ${status}: ${answerOf(error)}`
  const advice = /\/\/(?:localhost|127\.|\[::1\])/.test(at)
    ? 'Start it with `npm start`.'
    : 'Check the network, projectId, dataset and apiHost.'
  return `Could not reach the Content Lake${at} (${reasonOf(error)}). ${advice}`
}

/** The lake's own sentence. A client adds the query after the first line of its message. */
function answerOf(error: unknown): string {
  const description = propertyAt(propertyAt(error, 'details'), 'description')
  const text = typeof description === 'string' ? description : messageOf(error)
  return text.endsWith('.') ? text : `${text}.`
}

/** `fetch` throws "fetch failed". The reason is the code of its cause. */
function reasonOf(error: unknown): string {
  const cause = propertyAt(error, 'cause')
  if (cause !== undefined) return reasonOf(cause)
  const code = `${String(propertyAt(error, 'code'))} ${String(propertyAt(error, 'name'))}`
  return reasons.find(([pattern]) => pattern.test(code))?.[1] ?? messageOf(error)
}

/** Codes of Node and of its fetch (undici), and names of errors. */
const reasons = [
  [/REFUSED/, 'connection refused'],
  [/RESET|SOCKET/, 'connection closed'],
  [/NOTFOUND|EAI_AGAIN/, 'host not found'],
  [/TIMED?OUT/i, 'timed out'],
] as const

function messageOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line.slice(0, 200)
}
