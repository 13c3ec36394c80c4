import type {APIRoute} from 'astro'

import {environment} from '../../../../../loader.ts'

const {apiHost, projectId, dataset} = environment

/** What `imageSource` asks for: a size, and which part of the picture. Nothing larger than a page shows. */
const asked = new Set(['rect', 'w', 'h', 'fit', 'auto'])
const largest = 640

/**
 * An image of the embedded Content Lake, which answers its own machine alone. Its address names its
 * content, so whoever has it may keep it.
 */
export const GET: APIRoute = async ({params, request, url}) => {
  const {project, dataset: set, name = ''} = params
  const known = project === projectId && set === dataset && /^[0-9a-f]{40}-\d+x\d+\.\w+$/.test(name)
  if (!apiHost || !known || !isModest(url.searchParams)) return new Response(null, {status: 404})
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
      // A drawing (SVG) opened by its own address can hold a script: here it runs nowhere.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}

function isModest(query: URLSearchParams): boolean {
  if ([...query.keys()].some((name) => !asked.has(name))) return false
  return ['w', 'h'].every((name) => {
    const size = Number(query.get(name))
    return size >= 1 && size <= largest
  })
}
