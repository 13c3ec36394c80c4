import type {SitePath} from '@touchpoints/calendar/links'

import {calendarMonths} from '../calendar/calendarMonths.ts'
import {languagePrefix} from '../languages/languagePath.ts'
import {calendarPath, partPath} from '../links/pageVariant.ts'
import {path} from '../links/path.ts'
import {pathOf, routeOf} from '../meetings/route.ts'
import {isDivided, type LoadedPage, loadRoute} from '../ownPages/loadRoute.ts'
import {type SitePage, sitePages} from '../ownPages/sitemap/sitePages.ts'
import {buildRequests, type LanguageRequest} from './buildRequests.ts'

/**
 * Lists the path of each page of the site in each language, as the parameter of the route: those of the sitemap, the
 * parts of long lists, the months of the calendar, the search, and what leads to the meetings page.
 */
export async function pagePaths(): Promise<{params: {path: string}}[]> {
  const requests = await buildRequests()
  const pages = await documentPages(requests)
  const paths: string[][] = []
  for (const request of requests) paths.push(await pathsIn(request, pages))
  return [...new Set(paths.flat())].map((each) => ({params: {path: parameterOf(each)}}))
}

/** Lists the path of each page of the sitemap in each language: those that have an image. */
export async function documentPaths(): Promise<string[]> {
  const requests = await buildRequests()
  const pages = await documentPages(requests)
  return requests.flatMap((request) => pages.map(({path: page}) => inLanguage(page, request)))
}

/** Returns the path of a page without the slashes at its ends, as Astro's routes have it. */
export function parameterOf(pathname: string): string {
  return pathname.replaceAll(/^\/|\/$/g, '')
}

/** Returns the pages of the sitemap, with their addresses in the default language. */
async function documentPages([standard]: readonly LanguageRequest[]): Promise<SitePage[]> {
  return standard ? sitePages(standard) : []
}

function inLanguage(page: SitePath, {prefix}: LanguageRequest): SitePath {
  return languagePrefix(page, prefix)
}

async function pathsIn(
  request: LanguageRequest,
  documents: readonly SitePage[],
): Promise<string[]> {
  const {prefix, site, view} = request
  const pages = documents.map((page) => inLanguage(page.path, request))
  const parts: string[][] = []
  // One after the other: a lake has a limit of queries that wait.
  for (const page of pages) parts.push(await partsOf(request, page))
  const calendar = pathOf(site.pagePath, {kind: 'calendar'})
  const months = calendarMonths(view.now).map((month) => calendarPath(calendar, {month}, '', true))
  const root = prefix === undefined ? [] : [languagePrefix(path`/`, prefix)]
  return [
    ...root,
    ...pages,
    ...parts.flat(),
    ...months.map((each) => each.replace(/#.*$/, '')),
    pathOf(site.pagePath, {kind: 'search'}),
  ]
}

/** Lists the parts of a list after the first. Nothing for a page that is no list. */
async function partsOf(request: LanguageRequest, pathname: SitePath): Promise<string[]> {
  const route = routeOf(request.site.pagePath, pathname)
  if (!route || !isDivided(route)) return []
  const count = partCount(await loadRoute(request, route))
  return Array.from({length: count - 1}, (_, index) => partPath(pathname, index + 2, true))
}

function partCount(page: LoadedPage): number {
  switch (page.kind) {
    case 'year':
    case 'topic':
      return page.sessions.pages
    case 'series':
    case 'person':
      return page.sessions.past.pages
    case 'groups':
      return page.groups.pages
    case 'seriesList':
      return page.series.pages
    case 'people':
      return page.people.pages
    case 'topics':
      return page.topics.pages
    case 'recordings':
      return page.recordings.pages
    default:
      return 1
  }
}
