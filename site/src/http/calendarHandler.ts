import {createHandler} from 'touchpoints/http'

import {feedDays} from '../calendar/feedWindow.ts'
import {absoluteUrl} from '../links/absoluteUrl.ts'
import {environment, loader, now} from '../loader.ts'
import {touchpointPath} from '../meetings/route.ts'
import {publishedChanges} from '../preview/previewServer.ts'

const {siteUrl} = environment

/** Serves events.json, calendar.ics, the feeds and health for other sites and calendar programs. */
export const calendarHandler = createHandler({
  loader,
  siteUrl,
  basePath: '/api',
  days: feedDays,
  now: () => new Date(now()),
  changes: publishedChanges,
  pageOf: (event, pagePath) =>
    event.kind === 'touchpoint' && event.touchpoint.slug
      ? absoluteUrl(touchpointPath(pagePath, event.touchpoint.slug))
      : undefined,
  onError: (error) => process.stderr.write(`Could not read the calendar: ${String(error)}\n`),
})
