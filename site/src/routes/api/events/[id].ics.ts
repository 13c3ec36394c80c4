import type {APIRoute} from 'astro'

import {eventReply} from '../../../http/partFeed.ts'
import {eventFiles} from '../../../static/feedPaths.ts'

export const getStaticPaths = () => eventFiles('default')

/** Serves one event as an iCalendar file at the address that a static site has for it. */
export const GET: APIRoute = ({params}) => eventReply(undefined, params['id'] ?? '')
