import type {Handle} from '@sveltejs/kit/hooks'

import {loaderOf} from './lib/server/preview.ts'

/** Gives each request its loader, and keeps previews out of caches and search engines. */
export const handle: Handle = async ({event, resolve}) => {
  Object.assign(event.locals, await loaderOf(event.request))
  const response = await resolve(event)
  if (event.locals.isPreview) {
    response.headers.set('cache-control', 'private, no-store')
    response.headers.set('x-robots-tag', 'noindex')
  }
  return response
}
