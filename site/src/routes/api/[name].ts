import type {APIRoute} from 'astro'

import {calendarHandler} from '../../http/calendarHandler.ts'

/** Serves the calendar and the feeds in development. The built site's server calls the handler itself. */
export const ALL: APIRoute = ({request}) => calendarHandler(request)
