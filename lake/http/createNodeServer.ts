import {createServer, type Server} from 'node:http'
import {createSecureServer, type Http2SecureServer} from 'node:http2'
import type {Lake} from '../createLake.ts'
import {LakeError} from '../errors.ts'
import {reasonOf} from '../reasonOf.ts'
import {acceptRequest} from './acceptRequest.ts'
import type {ServerLimits} from './serverLimits.ts'

/** A certificate with its key, in PEM. */
export interface Certificate {
  cert: string
  key: string
}

export type NodeServer = Server | Http2SecureServer

/**
 * Creates the server of a lake: HTTP/1.1, and HTTP/2 too with a certificate, because browsers use it with TLS only.
 *
 * @throws LakeError `invalid-configuration` for a certificate that Node cannot use
 */
export function createNodeServer(
  lake: Lake,
  limits: ServerLimits,
  certificate: Certificate | undefined,
): NodeServer {
  const times = {
    headersTimeout: limits.headersMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: Math.min(limits.headersMilliseconds, 5_000),
  }
  if (!certificate) return createServer(times, acceptRequest(lake))
  // Node takes an empty text for none, and then no client can connect.
  const empty = (['cert', 'key'] as const).find((name) => certificate[name].trim() === '')
  if (empty) throw unusable(`the ${empty} is empty`)
  try {
    const server = createSecureServer({...certificate, allowHTTP1: true}, acceptRequest(lake))
    return Object.assign(server, times)
  } catch (error) {
    throw unusable(reasonOf(error), {cause: error})
  }
}

function unusable(reason: string, options?: ErrorOptions): LakeError {
  return new LakeError(
    'invalid-configuration',
    `Could not use the certificate (${reason}). Use a certificate and its key in PEM, such as those that mkcert writes.`,
    options,
  )
}
