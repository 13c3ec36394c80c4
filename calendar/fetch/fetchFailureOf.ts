import {blockedAddress} from './blockedAddress.ts'

export type FetchFailure = {kind: 'blocked-address'} | {kind: 'unreachable'; reason: string}

/**
 * Returns the reason why a request failed.
 *
 * Fetch itself only reports "fetch failed". The reason is in the error's causes.
 */
export function fetchFailureOf(error: unknown): FetchFailure {
  const causes = causesOf(error)
  if (causes.some(({code}) => code === blockedAddress)) return {kind: 'blocked-address'}
  const known = causes.map(({code}) => reasons.get(code)).find((reason) => reason !== undefined)
  return {kind: 'unreachable', reason: known ?? causes.at(-1)?.message ?? 'no response'}
}

const reasons = new Map([
  ['ENOTFOUND', 'no such host'],
  ['EAI_AGAIN', 'its name could not be resolved'],
  ['ECONNREFUSED', 'it refused the connection'],
  ['ECONNRESET', 'it closed the connection'],
  ['UND_ERR_CONNECT_TIMEOUT', 'the connection timed out'],
  ['UND_ERR_SOCKET', 'it closed the connection'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is self-signed'],
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
