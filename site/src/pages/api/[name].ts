import type {APIRoute} from 'astro'
import {createHandler} from 'touchpoints/http'

import {programmeDays} from '../../calendar/programmeWindow.ts'
import {environment, loader, now} from '../../loader.ts'
import {touchpointPath} from '../../meetings/touchpointPath.ts'

const {siteUrl} = environment

/** events.json, calendar.ics, the feeds and health: what other sites and calendar programs read. */
const handler = createHandler({
  loader,
  siteUrl,
  basePath: '/api',
  days: programmeDays,
  now: () => new Date(now()),
  pageOf: (event, pagePath) =>
    event.kind === 'touchpoint' && event.touchpoint.slug
      ? new URL(touchpointPath(pagePath, event.touchpoint.slug), siteUrl).href
      : undefined,
  onError: (error) => process.stderr.write(`The calendar cannot be read: ${String(error)}\n`),
})

export const ALL: APIRoute = ({request}) => handler(request)
