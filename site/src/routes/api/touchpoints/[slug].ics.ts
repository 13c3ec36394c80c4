import type {APIRoute} from 'astro'
import {icalendar} from 'touchpoints/feeds'

import {environment} from '../../../loader.ts'
import {loadPagePath} from '../../../meetings/loadPagePath.ts'
import {loadTouchpoint} from '../../../meetings/loadTouchpoint.ts'
import {publishedTouchpoint} from '../../../meetings/publishedTouchpoint.ts'
import {sessionFiles} from '../../../static/feedPaths.ts'

const {siteUrl} = environment

export const getStaticPaths = () => sessionFiles()

/**
 * Serves one touchpoint as an iCalendar file, even if it is later than the end of `calendar.ics`, half a
 * year from now. The UID is the same in both, so that a calendar program shows the touchpoint once.
 */
export const GET: APIRoute = async ({params, locals}) => {
  const slug = params['slug'] ?? ''
  const page = await loadPagePath(locals.loader, locals.view)
  const touchpoint = await loadTouchpoint(locals.loader, locals.view, slug)
  if (page.kind === 'unreachable' || touchpoint.kind === 'unreachable') {
    return textResponse(503, 'Could not load the touchpoint. Try again in a minute.')
  }
  const event = touchpoint.kind === 'touchpoint' && publishedTouchpoint(touchpoint.data, page.path)
  if (!event) return textResponse(404, 'There is no touchpoint at this address.')
  return new Response(icalendar([event], {title: event.title, host: new URL(siteUrl).host}), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}.ics"`,
    },
  })
}

function textResponse(status: number, text: string): Response {
  const headers = {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store'}
  return new Response(`${text}\n`, {status, headers})
}
