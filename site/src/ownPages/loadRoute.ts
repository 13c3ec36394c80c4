import type {Loader, LoaderResult} from 'touchpoints'

import {type GroupResult, loadGroup} from '../groups/loadGroup.ts'
import {loadMeetings, type MeetingsResult} from '../meetings/loadMeetings.ts'
import {loadTouchpoint, type TouchpointResult} from '../meetings/loadTouchpoint.ts'
import type {Meetings} from '../meetings/pageContent.ts'
import type {RequestView} from '../meetings/requestView.ts'
import type {FolderKind, ItemKind, Route} from '../meetings/route.ts'
import {type Unreachable, unreachable} from '../meetings/unreachable.ts'

/** What every page has, before its own content is loaded. */
export interface PageRequest {
  loader: Loader
  view: RequestView
  /** The documents of the meetings page, without its calendar. */
  documents: LoaderResult<Meetings>
}

/** The content of a page, or the reason why it has none. */
export type LoadedPage =
  | MeetingsResult
  | {kind: 'calendar'; result: Extract<MeetingsResult, {kind: 'meetings'}>}
  | TouchpointResult
  | GroupResult
  | {kind: 'absent'}
  | Unreachable

type Load = (request: PageRequest) => Promise<LoadedPage>
type LoadItem = (request: PageRequest, slug: string) => Promise<LoadedPage>

const absent: Load = async () => ({kind: 'absent'})

/** The pages without a slug. */
const folders = {
  meetings: ({loader, view, documents}) => loadMeetings(loader, view, documents),
  calendar: async ({loader, view, documents}) => {
    const result = await loadMeetings(loader, view, documents)
    return result.kind === 'meetings' ? {kind: 'calendar', result} : result
  },
  search: absent,
  archive: absent,
  group: absent,
  series: absent,
  guest: absent,
  topic: absent,
  recording: absent,
} as const satisfies Record<FolderKind | 'meetings', Load>

/** The pages about one document, topic or year. */
const items = {
  touchpoint: ({loader, view}, slug) => loadTouchpoint(loader, view, slug),
  archive: absent,
  group: ({loader, view, documents}, slug) => loadGroup(loader, view, documents.data, slug),
  series: absent,
  guest: absent,
  topic: absent,
  recording: absent,
} as const satisfies Record<ItemKind | 'touchpoint', LoadItem>

/** Loads the content of a page. The Content Lake can be unreachable for one page, and not for another. */
export async function loadRoute(
  request: PageRequest,
  route: Route | undefined,
): Promise<LoadedPage> {
  if (!route) return {kind: 'absent'}
  try {
    if ('slug' in route) return await items[route.kind](request, route.slug)
    return await folders[route.kind](request)
  } catch (error) {
    return unreachable(error)
  }
}
