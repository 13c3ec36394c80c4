import type {APIRoute} from 'astro'
import {icalendar} from 'touchpoints/feeds'

import {environment} from '../../../loader.ts'
import {loadMeetings} from '../../../meetings/loadMeetings.ts'
import {loadTouchpoint} from '../../../meetings/loadTouchpoint.ts'
import {pagePathOf} from '../../../meetings/pagePath.ts'
import {publishedTouchpoint} from '../../../meetings/publishedTouchpoint.ts'

const {siteUrl} = environment

/**
 * One touchpoint as a file, however far ahead it is: `calendar.ics` ends half a year from now. Its UID
 * is the one it has there, so a program that subscribes too shows it once.
 */
export const GET: APIRoute = async ({params, locals}) => {
  const slug = params['slug'] ?? ''
  const answer = await loadMeetings(locals.loader, locals.view)
  const touchpoint = await loadTouchpoint(locals.loader, locals.view, slug)
  if (answer.kind === 'unreachable' || touchpoint.kind === 'unreachable') {
    return told(503, 'The calendar cannot be read at the moment.')
  }
  const event =
    touchpoint.kind === 'touchpoint' &&
    publishedTouchpoint(touchpoint.data, pagePathOf(answer), new URL(siteUrl))
  if (!event) return told(404, 'There is no touchpoint at this address.')
  return new Response(icalendar([event], {title: event.title, host: new URL(siteUrl).host}), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}.ics"`,
      'cache-control': 'public, max-age=0, must-revalidate',
    },
  })
}

function told(status: number, text: string): Response {
  const headers = {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store'}
  return new Response(`${text}\n`, {status, headers})
}
