import type {LoaderResult} from 'touchpoints'
import {responseCache} from 'touchpoints/preview'

import {recordFacts} from '../http/pageFacts.ts'
import {maxCopyAge} from '../meetings/publishedPages.ts'
import type {RequestView} from '../meetings/requestView.ts'
import {clock, publishedChanges} from '../preview/previewServer.ts'

/** Milliseconds that a result is kept without a change. */
const maxAge = 10 * 60_000

/**
 * Returns a function that reads published content once for each change of it, and not once for each page and
 * visitor. A preview reads it each time. The page depends on what was read.
 *
 * @returns a function of the request's view, what identifies the content in its language, and the read
 */
export function publishedRead<Result extends LoaderResult<unknown>>(): (
  view: RequestView,
  key: string,
  read: () => Promise<Result>,
) => Promise<Result> {
  const cached = responseCache<Result>({changes: publishedChanges, now: clock})
  return async (view, key, read) => {
    const result = view.preview
      ? await read()
      : await cached(`${view.language ?? ''} ${key}`, async () => {
          const value = await read()
          const until = clock() + (value.stale ? maxCopyAge : maxAge)
          return {value, syncTags: value.syncTags, until}
        })
    recordFacts(view, result)
    return result
  }
}
