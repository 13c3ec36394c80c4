import type {APIRoute} from 'astro'
import {isTouchpointsError} from 'touchpoints'

import {legendSheet} from '../../calendar/legendSheet.ts'
import {recordFacts} from '../../http/pageFacts.ts'

/** Serves the calendars' colors and checkbox rules. The URL contains a version, so that a changed color gets a new URL. */
export const GET: APIRoute = async ({locals, url}) => {
  try {
    const calendars = await locals.loader.calendars()
    recordFacts(locals.view, calendars)
    const {text, version} = legendSheet(calendars.data)
    const isCurrent = url.searchParams.get('v') === version
    return sheetResponse(text, isCurrent ? 'public, max-age=86400' : 'no-store')
  } catch (error) {
    if (isTouchpointsError(error)) return new Response(null, {status: 503})
    throw error
  }
}

function sheetResponse(text: string, caching: string): Response {
  const headers = {'content-type': 'text/css; charset=utf-8', 'cache-control': caching}
  return new Response(text, {headers})
}
