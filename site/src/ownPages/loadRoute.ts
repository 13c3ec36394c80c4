import {type GroupResult, loadGroup} from '../groups/loadGroup.ts'
import {loadMeetings, type WhatsOnPage} from '../meetings/loadMeetings.ts'
import type {FolderKind, ItemKind, Route} from '../meetings/route.ts'
import {type Unreachable, unreachable} from '../meetings/unreachable.ts'
import {loadSearch, type SearchPage} from '../search/loadSearch.ts'
import {type ArchivePage, loadArchive, loadYear, type YearPage} from './archive/loadArchive.ts'
import {type CalendarPage, loadCalendar} from './calendar/loadCalendar.ts'
import {type GroupsPage, loadGroups} from './groups/loadGroups.ts'
import {absent, type Absent, type PageRequest} from './pageRequest.ts'
import {loadPeople, loadPerson, type PeoplePage, type PersonPage} from './people/loadPeople.ts'
import {
  loadRecording,
  loadRecordings,
  type RecordingPage,
  type RecordingsPage,
} from './recordings/loadRecordings.ts'
import {
  loadSeries,
  loadSeriesList,
  type SeriesListPage,
  type SeriesPage,
} from './series/loadSeries.ts'
import {loadSession, type SessionPage} from './sessions/loadSession.ts'
import {loadTopic, loadTopics, type TopicPage, type TopicsPage} from './topics/loadTopics.ts'

/** The content of a page, or the reason why it has none. */
export type LoadedPage =
  | WhatsOnPage
  | CalendarPage
  | SearchPage
  | SessionPage
  | ArchivePage
  | YearPage
  | GroupsPage
  | GroupResult
  | SeriesListPage
  | SeriesPage
  | PeoplePage
  | PersonPage
  | TopicsPage
  | TopicPage
  | RecordingsPage
  | RecordingPage
  | Absent
  | Unreachable

/** The content of a page that is there. */
export type ShownPage = Exclude<LoadedPage, Absent | Unreachable>

type Load = (request: PageRequest) => Promise<LoadedPage>
type LoadItem = (request: PageRequest, slug: string) => Promise<LoadedPage>

/** The pages without a slug. */
const folders = {
  meetings: loadMeetings,
  calendar: loadCalendar,
  search: ({loader, view, site}) => loadSearch(loader, view, site),
  archive: loadArchive,
  group: loadGroups,
  series: loadSeriesList,
  guest: loadPeople,
  topic: loadTopics,
  recording: loadRecordings,
} as const satisfies Record<FolderKind | 'meetings', Load>

/** The pages about one document, topic or year. */
const items = {
  touchpoint: loadSession,
  archive: loadYear,
  group: ({loader, view, documents}, slug) => loadGroup(loader, view, documents.data, slug),
  series: loadSeries,
  guest: loadPerson,
  topic: loadTopic,
  recording: loadRecording,
} as const satisfies Record<ItemKind | 'touchpoint', LoadItem>

/** The lists that are divided into parts. No other page has a `?page=2`. */
const divided: {folders: ReadonlySet<Route['kind']>; items: ReadonlySet<Route['kind']>} = {
  folders: new Set(['group', 'series', 'guest', 'topic', 'recording']),
  items: new Set(['archive', 'series', 'guest', 'topic']),
}

/** Whether a page is a list that is divided into parts. */
export function isDivided(route: Route): boolean {
  return ('slug' in route ? divided.items : divided.folders).has(route.kind)
}

/** Loads the content of a page. The Content Lake can be unreachable for one page, and not for another. */
export async function loadRoute(
  request: PageRequest,
  route: Route | undefined,
): Promise<LoadedPage> {
  if (!route) return absent
  if (request.view.part !== undefined && !isDivided(route)) return absent
  try {
    if ('slug' in route) return await items[route.kind](request, route.slug)
    return await folders[route.kind](request)
  } catch (error) {
    return unreachable(error)
  }
}
