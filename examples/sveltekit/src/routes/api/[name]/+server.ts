import {createHandler} from 'touchpoints/http'

import {siteUrl} from '../../../lib/server/environment.ts'
import {loader} from '../../../lib/server/loader.ts'
import type {RequestHandler} from './$types'

const handler = createHandler({loader, siteUrl, basePath: '/api'})

/** events.json, calendar.ics, feed.json, feed.xml, recordings.json, recordings.xml and health. */
export const GET: RequestHandler = ({request}) => handler(request)
