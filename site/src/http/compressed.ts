import {acceptsGzip} from 'touchpoints/http'

/**
 * Compresses a page with gzip if the client accepts it. The meetings page is 257 kB of repetitive markup,
 * and 24 kB compressed.
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
