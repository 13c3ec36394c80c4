import {documentRevision} from '../../feeds/revisions.ts'
import {consoleLogger} from '../../logger.ts'
import {checkHandlerOptions} from '../http/createHandler.ts'
import {representations} from '../http/representations.ts'
import {snapshotCache, type SnapshotCacheOptions} from '../http/snapshotCache.ts'

export interface CalendarFilesOptions extends Omit<SnapshotCacheOptions, 'changes'> {
  /** Address of the site, such as `https://example.org`. Its host is the suffix of event UIDs. */
  siteUrl: string
  /** Path of the folder of the route. Defaults to `/`. */
  basePath?: string
  /** Absolute address of the page that the feeds belong to. Defaults to `siteUrl`. */
  pageUrl?: string
}

/** What a dynamic route `[name]/route.ts` exports. */
export interface CalendarFiles {
  /** Returns one file. Responds with 404 to a name that is not a file of the calendar. */
  GET: (request: unknown, context: {params: Promise<{name: string}>}) => Promise<Response>
  /** Returns the names of all files, so that Next writes each of them. */
  generateStaticParams: () => {name: string}[]
}

/**
 * Returns `events.json`, `calendar.ics` and the feeds as files of a static export (`output: 'export'`).
 * Filters need a server, so `events.json` names no file for each event.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @throws QueryError in `GET` when the Content Lake cannot be reached, so that the build fails
 * @example
 * // app/api/[name]/route.ts
 * const files = calendarFiles({loader, siteUrl: 'https://example.org', basePath: '/api'})
 * export const dynamic = 'force-static'
 * export const {GET, generateStaticParams} = files
 */
export function calendarFiles(options: CalendarFilesOptions): CalendarFiles {
  checkHandlerOptions('calendarFiles', options)
  const {siteUrl, basePath = '/', pageUrl = siteUrl} = options
  const base = new URL(basePath.endsWith('/') ? basePath : `${basePath}/`, siteUrl)
  const snapshots = snapshotCache({...options, logger: options.logger ?? consoleLogger})
  return {
    generateStaticParams: () => [...representations.keys()].map((name) => ({name})),
    async GET(_request, {params}) {
      const {name} = await params
      const representation = representations.get(name)
      if (!representation) return new Response('Not found.', {status: 404})
      const {snapshot} = await snapshots.current()
      const request = {
        snapshot,
        query: new URLSearchParams(),
        url: new URL(name, base).href,
        pageUrl,
        host: base.host,
        revisionOf: documentRevision,
      }
      const body =
        name === 'events.json' ? JSON.stringify(snapshot.document) : representation.write(request)
      return new Response(body, {headers: {'content-type': representation.contentType}})
    },
  }
}
