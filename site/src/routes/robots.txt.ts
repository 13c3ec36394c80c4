import type {APIRoute} from 'astro'

import {openPage} from '../meetings/openPage.ts'
import {robots} from '../ownPages/sitemap/robots.ts'

/** Says what crawlers may read. While the content cannot be loaded, the rules are those of a new site. */
export const GET: APIRoute = async ({locals}) => {
  const page = await openPage(locals.loader, locals.view, '/')
  const site = page.kind === 'open' ? page.site : locals.site
  return new Response(robots(site), {headers: {'content-type': 'text/plain; charset=utf-8'}})
}
