import type {SitePath} from '@touchpoints/calendar/links'

import {pathIn} from '../../languages/languagePath.ts'
import {communityZone} from '../../meetings/communityZone.ts'
import {pathOf, type Route} from '../../meetings/route.ts'
import type {PageRequest} from '../pageRequest.ts'
import {loadAllPeople} from '../people/loadPeople.ts'
import {loadAllRecordings} from '../recordings/loadRecordings.ts'
import {byYear, pastYears, type SessionEntry, sessionIndex} from '../sessionIndex.ts'
import {topicsOf} from '../topics/topics.ts'

/** A page for search engines. */
export interface SitePage {
  /** In the default language. */
  path: SitePath
  /** UTC instant of the last edit. Absent for a page that depends on the time. */
  updatedAt?: string
  /** The same page in each language, the default first. Empty on a site with one language. */
  alternates: readonly {language: string; path: SitePath}[]
}

/** Lists every page of the site once: those without parameters, and no search results. */
export async function sitePages(request: PageRequest): Promise<SitePage[]> {
  const {loader, view, documents, site} = request
  const [entries, people, recordings] = await Promise.all([
    sessionIndex(loader, view),
    loadAllPeople(request),
    loadAllRecordings(request),
  ])
  const {series, workingGroups, page} = documents.data
  const years = pastYears(byYear(entries, communityZone(documents.data)), view.now)
  const lists = ['calendar', 'archive', 'group', 'series', 'guest', 'topic', 'recording'] as const
  const routes: [Route, string | undefined][] = [
    [{kind: 'meetings'}, page?.updatedAt],
    ...lists.map((kind): [Route, undefined] => [{kind}, undefined]),
    ...entries.map(({slug, updatedAt}): [Route, string] => [{kind: 'touchpoint', slug}, updatedAt]),
    ...years.map(({year, entries: own}): [Route, string] => [
      {kind: 'archive', slug: year},
      latest(own),
    ]),
    ...topicsOf(entries, site.language).map(({slug, entries: own}): [Route, string] => [
      {kind: 'topic', slug},
      latest(own),
    ]),
    ...items('group', workingGroups),
    ...items('series', series),
    ...items('guest', people),
    ...items('recording', recordings),
  ]
  return unique(routes).map(([route, updatedAt]) => {
    const path = pathOf(site.pagePath, route)
    const {languages} = site
    return {
      path,
      ...(updatedAt !== undefined && {updatedAt}),
      alternates:
        languages.length < 2
          ? []
          : site.languages.map((each) => ({
              language: each,
              path: pathIn(path, each, site.languages),
            })),
    }
  })
}

function items(
  kind: 'group' | 'series' | 'guest' | 'recording',
  documents: readonly {slug: string; updatedAt: string}[],
): [Route, string][] {
  return documents.map(({slug, updatedAt}) => [{kind, slug}, updatedAt])
}

/** Two documents can have one slug until an editor sees the finding of the rule. */
function unique(
  routes: readonly [Route, string | undefined][],
): readonly [Route, string | undefined][] {
  return [...new Map(routes.map((each) => [JSON.stringify(each[0]), each])).values()]
}

function latest(entries: readonly SessionEntry[]): string {
  return entries.reduce((newest, {updatedAt}) => (updatedAt > newest ? updatedAt : newest), '')
}
