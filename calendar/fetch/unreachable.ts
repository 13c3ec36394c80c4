import type {FeedFault} from './feedRecord.ts'
import {whyNoAnswer} from './whyNoAnswer.ts'

export function unreachable(host: string, error: unknown): FeedFault {
  const why = whyNoAnswer(error)
  if (why.kind === 'refused-address') {
    const message = `${host} has a private or reserved address, which is not read on an editor's word alone. Use a public address, or allow the host by name.`
    return {code: 'refused-address', message}
  }
  return {
    code: 'unreachable',
    message: `${host} could not be read: ${why.reason}. It is asked again later.`,
  }
}
