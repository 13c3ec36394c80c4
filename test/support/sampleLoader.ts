import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

import {mergeEvents, parseCalendar, type CalendarReader} from '../../calendar/index.ts'
import {
  createLoader,
  type Loader,
  type LoaderSettings,
  type QueryClient,
} from '../../loaders/index.ts'
import {memoryClient} from './memoryClient.ts'
import {readContent} from './readContent.ts'

const feeds = resolve(import.meta.dirname, '../../content/todo/feeds')
const updated = {_updatedAt: '2024-01-01T00:00:00Z'}

export interface SampleSettings {
  /** Additional documents. Each replaces a sample document with the same id. */
  documents?: readonly {_id: string}[]
  /** Addresses of feeds that fail. */
  failing?: readonly string[]
  /** Wraps the client, such as in one that fails. */
  wrap?: (client: QueryClient) => QueryClient
  /** Other options of the loader. */
  settings?: LoaderSettings
}

/** Returns a loader over the sample content and its feeds, in memory. */
export function sampleLoader({
  documents = [],
  failing = [],
  wrap = (client) => client,
  settings,
}: SampleSettings = {}): Loader {
  const own = new Set(documents.map(({_id}) => _id))
  const content = readContent()
    .filter((document) => !own.has(String(Reflect.get(document, '_id'))))
    .map((document) => ({...updated, ...document}))
  return createLoader({
    client: wrap(memoryClient([...content, ...documents.map((each) => ({...updated, ...each}))])),
    calendars: sampleCalendars(failing),
    ...settings,
  })
}

function sampleCalendars(failing: readonly string[]): CalendarReader {
  const files = new Map<string, unknown>(
    Object.entries(Object(JSON.parse(readFileSync(join(feeds, 'index.json'), 'utf8')))),
  )
  return async ({feeds: requested, touchpoints, cadences, decisions = [], ...window}) => {
    const sources = requested.map(({id, title, own, feedUrl, titleFilters}) => {
      const file = files.get(feedUrl)
      if (typeof file !== 'string' || failing.includes(feedUrl)) {
        const fault = {code: 'unreachable', message: `${feedUrl} did not answer.`} as const
        return {kind: 'failed-feed' as const, id, title, ...fault}
      }
      const calendar = parseCalendar(readFileSync(join(feeds, file), 'utf8'))
      return {kind: 'feed' as const, id, title, own, titleFilters, calendar}
    })
    return mergeEvents(
      [
        ...sources,
        {kind: 'touchpoints', touchpoints},
        {kind: 'cadences', cadences},
        {kind: 'decisions', decisions},
      ],
      window,
    )
  }
}
