import type {MergedEvent} from '@touchpoints/calendar'
import type {SitePath} from '@touchpoints/calendar/links'
import {type CalendarHandler, createHandler} from 'touchpoints/http'

import {feedDays} from '../calendar/feedWindow.ts'
import {languagePrefix} from '../languages/languagePath.ts'
import {withBase} from '../links/base.ts'
import {absoluteUrl} from '../links/absoluteUrl.ts'
import {path} from '../links/path.ts'
import {environment, loader} from '../loader.ts'
import {pathOf} from '../meetings/route.ts'
import {publishedCommunity} from '../meetings/publishedPages.ts'
import {publishedChanges} from '../preview/previewServer.ts'
import {calendarLanguages} from './calendarLanguages.ts'

/**
 * Serves events.json, calendar.ics, the feeds and health for other sites and calendar programs: below `/api/`,
 * and below `/es/api/` what has a language in that language.
 */
export const calendarHandler: CalendarHandler = calendarLanguages({
  handlerIn,
  languages: async () => (await publishedCommunity(loader)).data?.languages ?? [],
})

function handlerIn(language: string | undefined): CalendarHandler {
  const pathOf = (own: SitePath) => languagePrefix(own, language)
  return createHandler({
    loader,
    siteUrl: environment.siteUrl,
    pageUrl: absoluteUrl(pathOf(path`/`)),
    basePath: withBase(pathOf(path`/api`)),
    ...(language !== undefined && {language}),
    days: feedDays,
    changes: publishedChanges,
    pageOf: (event, pagePath, group) => {
      const own = pageOf(event, path`${pagePath}`, group)
      return own && absoluteUrl(pathOf(own))
    },
  })
}

/** Returns the page of a session. A date of a series is on the page of its group, or on the meetings page. */
function pageOf(
  event: MergedEvent,
  pagePath: SitePath,
  group: {slug: string} | undefined,
): SitePath | undefined {
  if (event.kind === 'touchpoint' && event.touchpoint.slug) {
    return pathOf(pagePath, {kind: 'touchpoint', slug: event.touchpoint.slug})
  }
  // An event of a calendar has its own link.
  if (event.url !== undefined) return undefined
  if (group) return pathOf(pagePath, {kind: 'group', slug: group.slug})
  return event.series ? pagePath : undefined
}
