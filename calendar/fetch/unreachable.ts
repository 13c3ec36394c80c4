import type {FeedFault} from './feedRecord.ts'
import {fetchFailureOf} from './fetchFailureOf.ts'

export function unreachable(host: string, error: unknown): FeedFault {
  const why = fetchFailureOf(error)
  if (why.kind === 'blocked-address') {
    const message = `${host} has a private or reserved address, which is not read on an editor's word alone. Use a public address, or allow the host by name.`
    return {code: 'blocked-address', message}
  }
  return {
    code: 'unreachable',
    message: `${host} could not be read: ${why.reason}. It is asked again later.`,
  }
}
