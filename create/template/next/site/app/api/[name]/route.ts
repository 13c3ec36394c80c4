import {calendarRoute} from 'touchpoints/next'

import {siteUrl} from '../../../lib/environment'
import {loader} from '../../../lib/loader'

/** events.json, calendar.ics, feed.json, feed.xml, recordings.json, recordings.xml and health. */
export const GET = calendarRoute({loader, siteUrl, basePath: '/api'})
