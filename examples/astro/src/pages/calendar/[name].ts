import type {APIRoute} from 'astro'
import {createHandler} from 'touchpoints/http'

import {loader, now, siteUrl} from '../../loader.ts'

const handler = createHandler({loader, siteUrl, basePath: '/calendar', now})

/** Written at each build; the elements keep "next" and "live now" right in between. */
export const getStaticPaths = () =>
  ['events.json', 'calendar.ics', 'feed.xml'].map((name) => ({params: {name}}))

export const GET: APIRoute = ({url}) => handler(new Request(url))
