import type {MiddlewareHandler} from 'hono'
import {isObject} from '../json.ts'
import {encodeEvent, eventStreamType} from './serverSentEvent.ts'

/**
 * Reports what is wrong with a listener or live events in the stream, as the hosted service does for listeners: the
 * status is 200, and an event `channelError` has the error. A browser hides the body of a stream that fails, and its client would only say that
 * the connection failed.
 *
 * An unknown token keeps its status, by which a client knows that it must not repeat the request. So does an overload,
 * by which it knows that it may.
 */
export function channelErrors(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const {status, headers} = context.res
    if (status !== 400 && status !== 404) return
    const body: unknown = await context.res.json()
    const event = encodeEvent({event: 'channelError', data: errorData(body)})
    context.res = new Response(new Uint8Array(event), {
      headers: {
        ...Object.fromEntries(headers),
        'content-type': `${eventStreamType}; charset=utf-8`,
      },
    })
  }
}

/** @sanity/client takes its message from `error`, an object, or from `message`. */
function errorData(body: unknown): unknown {
  if (!isObject(body) || isObject(body.error)) return body
  return {message: body.message}
}
