import type {Schedule} from 'touchpoints'

import type {Route} from '../meetings/route.ts'

/** What a result can be. */
export type SearchKind = 'session' | 'series' | 'group' | 'person' | 'topic' | 'recording'

/** One page that visitors can find, with what the search knows about it. */
export interface SearchDocument {
  kind: SearchKind
  title: string
  /** Slug of its page. */
  slug: string
  /** Date in the zone of its organizers, `YYYY-MM-DD`. Absent for what has none. */
  date?: string
  /** When it takes place. Absent for what has only a date, or none. */
  schedule?: Pick<Schedule, 'start' | 'end' | 'timeZone'>
  /** Whether a session has a published recording. */
  isRecorded: boolean
  /** Whether a session is cancelled. */
  isCancelled: boolean
  /** Names of people who take part, or have a role in a group. */
  people: readonly string[]
  topics: readonly string[]
  /** What it belongs to: a series, a group, an organization. */
  within: readonly string[]
  /** Plain text: what it is about. Long ones are cut, see `shareText`. */
  text: string
}

/** The pages of the kinds. A session is shown on the page of the touchpoint. */
const routeKinds = {
  session: 'touchpoint',
  series: 'series',
  group: 'group',
  person: 'guest',
  topic: 'topic',
  recording: 'recording',
} as const satisfies Record<SearchKind, Route['kind']>

/** Returns the page of a document. @example routeTo({kind: 'person', slug: 'ana'}) // {kind: 'guest', slug: 'ana'} */
export function routeTo({kind, slug}: Pick<SearchDocument, 'kind' | 'slug'>): Route {
  return {kind: routeKinds[kind], slug}
}
