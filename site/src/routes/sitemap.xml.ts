import type {APIRoute} from 'astro'

import {openPage} from '../meetings/openPage.ts'
import {unreachable} from '../meetings/unreachable.ts'
import {partNumber} from '../ownPages/pagination.ts'
import {sitemap} from '../ownPages/sitemap/sitemap.ts'
import {sitePages} from '../ownPages/sitemap/sitePages.ts'

/** Lists the pages of the site for search engines. */
export const GET: APIRoute = async ({locals, url}) => {
  const page = await openPage(locals.loader, locals.view, '/')
  if (page.kind === 'unreachable') return unavailable()
  const {documents, loader, site, view} = page
  try {
    const pages = await sitePages({loader, view, documents, site})
    const number = url.searchParams.get('page')
    const text = sitemap(pages, number === null ? undefined : partNumber(number))
    if (text === undefined) return new Response(null, {status: 404})
    return new Response(text, {headers: {'content-type': 'application/xml; charset=utf-8'}})
  } catch (error) {
    unreachable(error)
    return unavailable()
  }
}

function unavailable(): Response {
  return new Response(null, {status: 503, headers: {'retry-after': '30'}})
}
