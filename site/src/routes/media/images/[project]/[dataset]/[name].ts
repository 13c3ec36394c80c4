import type {APIRoute} from 'astro'

import {environment} from '../../../../../loader.ts'

const {apiHost, projectId, dataset} = environment

/** The parameters that `imageSource` uses: the size and the crop. */
const parameters = new Set(['rect', 'w', 'h', 'fit', 'auto'])
/** Maximum width and height in pixels. No page shows a larger image. */
const maxSize = 640

/**
 * Serves an image of the embedded Content Lake, which is reachable only on its own machine. The URL
 * depends on the content, so caches can keep the image.
 */
export const GET: APIRoute = async ({params, request, url}) => {
  const {project, dataset: set, name = ''} = params
  const isValid =
    project === projectId && set === dataset && /^[0-9a-f]{40}-\d+x\d+\.\w+$/.test(name)
  if (!apiHost || !isValid || !hasAllowedSize(url.searchParams))
    return new Response(null, {status: 404})
  const image = await fetch(
    new URL(`/images/${projectId}/${dataset}/${name}${url.search}`, apiHost),
    {
      headers: {accept: request.headers.get('accept') ?? '*/*'},
      signal: AbortSignal.timeout(15_000),
    },
  ).catch(() => undefined)
  const type = image?.headers.get('content-type') ?? ''
  if (!image) return new Response(null, {status: 503, headers: {'retry-after': '30'}})
  if (!image.ok || !type.startsWith('image/')) return new Response(null, {status: 404})
  return new Response(image.body, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept',
      // An SVG that is opened directly can contain a script. This policy blocks it.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}

function hasAllowedSize(query: URLSearchParams): boolean {
  if ([...query.keys()].some((name) => !parameters.has(name))) return false
  return ['w', 'h'].every((name) => {
    const size = Number(query.get(name))
    return size >= 1 && size <= maxSize
  })
}
