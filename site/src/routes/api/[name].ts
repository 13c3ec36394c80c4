import type {APIRoute} from 'astro'

import {calendarHandler} from '../../http/calendarHandler.ts'
import {fileReply} from '../../http/fileReply.ts'
import {isStatic} from '../../output.ts'
import {siteFeeds} from '../../static/feedPaths.ts'

export const getStaticPaths = () => siteFeeds('default')

/** Serves the calendar and the feeds in development and in a static build. The server calls the handler itself. */
export const ALL: APIRoute = ({params, request}) =>
  isStatic ? fileReply(undefined, params['name'] ?? '') : calendarHandler(request)
