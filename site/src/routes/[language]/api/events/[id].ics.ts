import type {APIRoute} from 'astro'

import {eventReply} from '../../../../http/partFeed.ts'
import {eventFiles} from '../../../../static/feedPaths.ts'

export const getStaticPaths = () => eventFiles('others')

/** Serves one event as an iCalendar file at the address that a static site has for it. */
export const GET: APIRoute = ({params}) => eventReply(params['language'], params['id'] ?? '')
