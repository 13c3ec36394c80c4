import {blockedAddress} from './blockedAddress.ts'

export type FetchFailure = {kind: 'blocked-address'} | {kind: 'unreachable'; reason: string}

/** Why no answer came, in words. Fetch itself says "fetch failed"; the reason stands in its causes. */
export function fetchFailureOf(error: unknown): FetchFailure {
  const causes = causesOf(error)
  if (causes.some(({code}) => code === blockedAddress)) return {kind: 'blocked-address'}
  const known = causes.map(({code}) => reasons.get(code)).find((reason) => reason !== undefined)
  return {kind: 'unreachable', reason: known ?? causes.at(-1)?.message ?? 'no answer came'}
}

const reasons = new Map([
  ['ENOTFOUND', 'no such host'],
  ['EAI_AGAIN', 'its name could not be looked up'],
  ['ECONNREFUSED', 'it refused the connection'],
  ['ECONNRESET', 'it broke the connection off'],
  ['UND_ERR_CONNECT_TIMEOUT', 'it did not take the connection in time'],
  ['UND_ERR_SOCKET', 'it broke the connection off'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is signed by itself'],
])

function causesOf(error: unknown): {code: string; message: string}[] {
  const causes: {code: string; message: string}[] = []
  let cause = error
  while (cause instanceof Error && causes.length < 8) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    causes.push({code, message: cause.message})
    cause = cause.cause
  }
  return causes
}
