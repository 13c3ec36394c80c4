import {connectionFault, firstLine} from './connectionFault.ts'
import {webPage} from './invalidAnswer.ts'
import {failureDetail, queryFailure} from './queryFailure.ts'
import {propertyAt, textAt} from '../results/path.ts'

/**
 * Says what failed, why, and what to do. The query itself is left out: it is up to 20 kB of GROQ, and a
 * client's own message can contain all of it.
 *
 * @param address - origin of the Content Lake, when the client knows it
 */
export function queryErrorMessage(error: unknown, address: string | undefined): string {
  const lake = `The Content Lake${address === undefined ? '' : ` at ${address}`}`
  const detail = failureDetail(error)
  switch (queryFailure(error)) {
    case 'invalid-answer':
      return `${lake} sent something that is not a result: ${detail}. Check that apiHost is its address, and that no proxy or login page is before it.`
    case 'deadline-exceeded':
      return `${lake} did not answer in time (${detail}). Check its load, or raise the timeout.`
    case 'refused':
      return `${lake} refused the query: ${answerOf(error)} Check that the token may read this dataset and perspective.`
    case 'http-status':
    case 'rejected': {
      const status = Number(propertyAt(error, 'statusCode'))
      return `${lake} answered ${status}: ${answerOf(error)} ${adviceFor(status)}`
    }
    case 'unreachable': {
      const {advice = adviceForHost(address)} = connectionFault(error)
      return `Could not reach ${lake.replace('The', 'the')} (${detail}). ${advice}`
    }
  }
}

function adviceForHost(address = ''): string {
  return /\/\/(?:localhost|127\.|\[::1\])/.test(address)
    ? 'Start it with `npm start`.'
    : 'Check the network, projectId, dataset and apiHost.'
}

function adviceFor(status: number): string {
  if (status === 404) return 'Check projectId, dataset and apiHost.'
  if (status === 402 || status === 429)
    return 'Send fewer queries, or raise the limits of the plan.'
  if (status === 408 || status >= 500) return 'Try again, and look into the log of the lake.'
  return 'Correct the query if it is yours. Otherwise report it.'
}

/** The lake's own sentence. For a page of a proxy, a client's message is the address with the query. */
function answerOf(error: unknown): string {
  const response = propertyAt(error, 'response')
  const body = propertyAt(response, 'body')
  const description = propertyAt(propertyAt(error, 'details'), 'description')
  const text =
    typeof description === 'string'
      ? firstLine(description)
      : typeof body === 'string'
        ? (webPage(body) ?? (textAt(response, 'statusMessage') || 'no reason'))
        : firstLine(error)
  return text.endsWith('.') ? text : `${text}.`
}
