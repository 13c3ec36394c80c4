import type {APIRoute} from 'astro'
import {isTouchpointsError} from 'touchpoints'

import {legendSheet} from '../../calendar/legendSheet.ts'

/** The calendars' colours and switches. Its address names a version, so a changed colour is a new one. */
export const GET: APIRoute = async ({locals, url}) => {
  try {
    const {text, version} = legendSheet((await locals.loader.calendars()).data)
    const asked = url.searchParams.get('v') === version
    return styles(text, asked ? 'public, max-age=86400' : 'no-store')
  } catch (error) {
    if (isTouchpointsError(error)) return new Response(null, {status: 503})
    throw error
  }
}

function styles(text: string, caching: string): Response {
  const headers = {'content-type': 'text/css; charset=utf-8', 'cache-control': caching}
  return new Response(text, {headers})
}
