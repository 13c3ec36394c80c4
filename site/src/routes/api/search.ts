import type {APIRoute} from 'astro'

import {resultsReply} from '../../http/searchReply.ts'

/** Serves the results of a search as JSON. */
export const GET: APIRoute = (context) => resultsReply(context)
