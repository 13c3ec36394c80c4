import {getRequestListener, RequestError} from '@hono/node-server'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Http2ServerRequest, Http2ServerResponse} from 'node:http2'
import type {Lake} from '../createLake.ts'
import {errorResponse, requestError} from './apiError.ts'

type Listener = (
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
) => void

/** Returns the listener that passes a server's requests to a lake. */
export function acceptRequest(lake: Lake): Listener {
  const listener = getRequestListener((request) => lake.fetch(request), {
    // The server must not replace the global Request and Response of its host process.
    overrideGlobalObjects: false,
    errorHandler: requestErrorResponse,
  })
  return (request, response) => {
    // `sanity migrations run` starts its paths with two slashes. The hosted service ignores the second one.
    if (request.url?.startsWith('//v')) request.url = request.url.slice(1)
    void listener(request, response)
  }
}

/** A target or a host that is no URL does not reach the lake. */
function requestErrorResponse(error: unknown): Response {
  if (!(error instanceof RequestError)) return errorResponse(error)
  return errorResponse(requestError(400, `Invalid request: ${error.message}`))
}
