import type {Community, LoaderResult, Loader, Meetings, MeetingsPageOptions} from 'touchpoints'
import {responseCache} from 'touchpoints/preview'

import {clock, publishedChanges} from '../preview/previewServer.ts'

type Page = LoaderResult<Meetings>
type CommunityResult = LoaderResult<Community | null>

const pages = responseCache<Page>({changes: publishedChanges, now: clock})
const communities = responseCache<CommunityResult>({changes: publishedChanges, now: clock})

/** Maximum time that a page is cached, in milliseconds. */
const maxAge = 10 * 60_000
/** The same for what is made from an earlier copy, because no event reports when the Content Lake answers again. */
export const maxCopyAge = 5000

export interface PublishedPageOptions extends MeetingsPageOptions {
  /** Language of the loader. Absent for the default. */
  language: string | undefined
}

/**
 * Returns the published page. Queries the Content Lake once per change, not once per visitor. The page
 * also expires when a touchpoint starts or ends, because the next touchpoint depends on the time.
 */
export async function publishedPage(loader: Loader, options: PublishedPageOptions): Promise<Page> {
  const {now: _, ...key} = options
  const {language: __, ...page} = options
  return pages(JSON.stringify(key), async () => {
    const value = await loader.meetingsPage(page)
    const until = value.stale ? clock() + maxCopyAge : changesAt(value.data)
    return {value, syncTags: value.syncTags, until}
  })
}

/** Returns the published community document, from the same kind of cache. */
export async function publishedCommunity(loader: Loader): Promise<CommunityResult> {
  return communities('', async () => {
    const value = await loader.community()
    return {value, syncTags: value.syncTags, until: clock() + (value.stale ? maxCopyAge : maxAge)}
  })
}

function changesAt({now, upcoming}: Meetings): number {
  const at = Date.parse(now)
  const moments = upcoming
    .flatMap(({schedule}) => [Date.parse(schedule.start), Date.parse(schedule.end)])
    .filter((moment) => moment > at)
  return Math.min(clock() + maxAge, clock() + Math.min(...moments.map((moment) => moment - at)))
}
