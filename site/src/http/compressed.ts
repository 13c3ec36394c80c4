import {acceptsGzip} from 'touchpoints/http'

/**
 * A page as it travels: the meetings page is 257 kB of markup that says the same again and again, and
 * 24 kB compressed. Whoever takes none gets it as it is.
 */
export function compressed(request: Request, response: Response): Response {
  response.headers.append('vary', 'accept-encoding')
  if (!response.body || response.headers.has('content-encoding')) return response
  if (!acceptsGzip(request.headers.get('accept-encoding'))) return response
  const {status, statusText, headers} = response
  headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  const body = response.body.pipeThrough(new CompressionStream('gzip'))
  return new Response(body, {status, statusText, headers})
}
