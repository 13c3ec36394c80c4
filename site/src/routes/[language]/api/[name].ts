import type {APIRoute} from 'astro'

import {calendarHandler} from '../../../http/calendarHandler.ts'

/** Serves the calendar and the feeds of a language in development. */
export const ALL: APIRoute = ({request}) => calendarHandler(request)
