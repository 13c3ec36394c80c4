import type {APIContext} from 'astro'
import {isTouchpointsError} from 'touchpoints'

import {linkTo} from '../links/linkTo.ts'
import {absoluteUrl} from '../links/absoluteUrl.ts'
import {openPage, type OpenPage} from '../meetings/openPage.ts'
import {pathOf} from '../meetings/route.ts'
import {isStatic} from '../output.ts'
import {excerpt} from '../search/matchParts.ts'
import type {Match} from '../search/rankMatches.ts'
import {routeTo} from '../search/searchDocument.ts'
import {type SiteSearch, siteSearch} from '../search/siteSearch.ts'
import {recordFacts} from './pageFacts.ts'

type Context = Pick<APIContext, 'locals' | 'url'>
type Opened = Extract<OpenPage, {kind: 'open'}> & {own: SiteSearch}

const json = 'application/json; charset=utf-8'

/** Responds with the results of `?q=` as JSON, for other front ends. docs/search.md describes the format. */
export async function resultsReply({locals, url}: Context): Promise<Response> {
  const opened = await open(locals, url.pathname)
  if (!opened) return unavailable()
  const {site, view, own} = opened
  const {search: request, now} = view
  const limit = request?.shown ?? 0
  const {matches, total, isPartial} = own.search.find(request?.query ?? '', {now, limit})
  const similar = request && total === 0 ? own.search.similarWords(request.query) : []
  const results = matches.map((match) => resultOf(match, site.pagePath))
  return Response.json(
    {query: request?.query ?? '', language: site.language, total, isPartial, results, similar},
    // Public data, as events.json is. A result depends on the time, so no cache may keep it for long.
    {
      headers: {
        'content-type': json,
        'cache-control': 'public, max-age=60',
        'access-control-allow-origin': '*',
        'x-robots-tag': 'noindex',
      },
    },
  )
}

/**
 * Responds with the file that a browser searches in. The address without a version leads to the current one,
 * which never changes, so that a browser loads it once.
 */
export async function searchFileReply({locals, url}: Context, language: string): Promise<Response> {
  const opened = await open(locals, `/${language}/`)
  if (!opened) return unavailable()
  if (opened.site.language !== language) return new Response(null, {status: 404})
  const {text, version} = opened.own.file
  if (!isStatic && url.searchParams.get('v') !== version) {
    return new Response(null, {
      status: 307,
      headers: {location: `${url.pathname}?v=${version}`, 'cache-control': 'no-cache'},
    })
  }
  const caching = 'public, max-age=31536000, immutable'
  return new Response(text, {headers: {'content-type': json, 'cache-control': caching}})
}

async function open(locals: App.Locals, pathname: string): Promise<Opened | undefined> {
  const page = await openPage(locals.loader, locals.view, pathname)
  if (page.kind !== 'open') return undefined
  try {
    const own = await siteSearch(page.loader, page.view, page.site)
    recordFacts(page.view, own)
    return {...page, own}
  } catch (error) {
    if (isTouchpointsError(error)) return undefined
    throw error
  }
}

function resultOf({document, terms}: Match, pagePath: string) {
  const {kind, title, date, schedule, people, topics, within, text} = document
  const url = linkTo(absoluteUrl(pathOf(pagePath, routeTo(document))))
  const flags = {isRecorded: document.isRecorded, isCancelled: document.isCancelled}
  return {
    kind,
    title,
    url,
    date,
    ...schedule,
    ...flags,
    people,
    topics,
    within,
    text: excerpt(text, terms),
  }
}

function unavailable(): Response {
  return Response.json(
    {error: {code: 'unavailable'}},
    {status: 503, headers: {'retry-after': '30', 'cache-control': 'no-store'}},
  )
}
