import {eventIds, feedNames, partNames} from '../http/partFeed.ts'
import {fileName} from '../links/eventFile.ts'
import {feedFolders} from '../links/feedPath.ts'
import {sessionIndex} from '../ownPages/sessionIndex.ts'
import {loadAllTopics} from '../ownPages/topics/loadTopics.ts'
import {buildRequests, type LanguageRequest} from './buildRequests.ts'

/** The languages of a route: the default one, or the others, which are the first part of their addresses. */
export type Languages = 'default' | 'others'

type Parameters = Record<string, string>

/** Lists what a route exists for in each language. */
async function inEach(
  languages: Languages,
  list: (request: LanguageRequest) => Promise<Parameters[]> | Parameters[],
): Promise<{params: Parameters}[]> {
  const requests = (await buildRequests()).filter(
    ({prefix}) => (prefix === undefined) === (languages === 'default'),
  )
  const lists = await Promise.all(
    requests.map(async (request) => {
      const {prefix} = request
      const all = await list(request)
      return all.map((each) => ({params: {...each, ...(prefix && {language: prefix})}}))
    }),
  )
  return lists.flat()
}

/** Lists the calendar and the feeds of the whole site. */
export function siteFeeds(languages: Languages) {
  return inEach(languages, () => feedNames.map((name) => ({name})))
}

/** Lists the feeds of each group, series and topic. */
export function partFeeds(languages: Languages) {
  return inEach(languages, async (request) => {
    const {series, workingGroups} = request.documents.data
    const topics = await loadAllTopics(request)
    const parts = [
      [feedFolders['working-group'], workingGroups],
      [feedFolders.series, series],
      [feedFolders.topic, topics],
    ] as const
    return parts.flatMap(([folder, members]) =>
      members.flatMap(({slug}) => partNames.map((name) => ({folder, slug, name}))),
    )
  })
}

/** Lists the files of events without a record of a session. */
export function eventFiles(languages: Languages) {
  return inEach(languages, async ({prefix}) =>
    (await eventIds(prefix)).map((id) => ({id: fileName(id)})),
  )
}

/** Lists the files of sessions. They have no language. */
export async function sessionFiles(): Promise<{params: {slug: string}}[]> {
  const [request] = await buildRequests()
  if (!request) return []
  const entries = await sessionIndex(request.loader, request.view)
  return [...new Set(entries.map(({slug}) => slug))].map((slug) => ({params: {slug}}))
}

/** Lists the files that a browser searches in: one for each language. */
export async function searchFiles(): Promise<{params: {language: string}}[]> {
  const requests = await buildRequests()
  return requests.map(({site}) => ({params: {language: site.language}}))
}
