import type {LoaderResult, Loader, Meetings, MeetingsPageOptions} from 'touchpoints'
import {responseCache} from 'touchpoints/preview'

import {clock, publishedChanges} from '../preview/previewServer.ts'

type Page = LoaderResult<Meetings>

const cached = responseCache<Page>({changes: publishedChanges, now: clock})

/** Maximum time that a page is cached, in milliseconds. */
const maxAge = 10 * 60_000
/** The same for an earlier copy of it, because no event reports when the Content Lake answers again. */
const maxCopyAge = 5000

/**
 * Returns the published page. Queries the Content Lake once per change, not once per visitor. The page
 * also expires when a touchpoint starts or ends, because the next touchpoint depends on the time.
 */
export async function publishedPage(loader: Loader, options: MeetingsPageOptions): Promise<Page> {
  const {now: _, ...rest} = options
  return cached(JSON.stringify(rest), async () => {
    const page = await loader.meetingsPage(options)
    const until = page.stale ? clock() + maxCopyAge : changesAt(page.data)
    return {value: page, syncTags: page.syncTags, until}
  })
}

function changesAt({now, upcoming}: Meetings): number {
  const at = Date.parse(now)
  const moments = upcoming
    .flatMap(({schedule}) => [Date.parse(schedule.start), Date.parse(schedule.end)])
    .filter((moment) => moment > at)
  return Math.min(clock() + maxAge, clock() + Math.min(...moments.map((moment) => moment - at)))
}
