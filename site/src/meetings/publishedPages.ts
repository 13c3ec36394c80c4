import type {Answer, Loader, Meetings, MeetingsPageOptions} from 'touchpoints'
import {keptAnswers} from 'touchpoints/preview'

import {clock, publishedChanges} from '../preview/previewServer.ts'

type Page = Answer<Meetings>

const kept = keptAnswers<Page>({changes: publishedChanges, now: clock})

/** As long as a page without anything to come is kept, milliseconds. */
const longest = 10 * 60_000

/**
 * The published page, asked of the Content Lake once per change and not once per visitor. It is made
 * anew when a touchpoint begins or ends, too: what is next follows from the time.
 */
export async function publishedPage(loader: Loader, options: MeetingsPageOptions): Promise<Page> {
  const {now: _, ...rest} = options
  return kept(JSON.stringify(rest), async () => {
    const page = await loader.meetingsPage(options)
    return {answer: page, syncTags: page.syncTags, until: changesAt(page.data)}
  })
}

function changesAt({now, upcoming}: Meetings): number {
  const at = Date.parse(now)
  const moments = upcoming
    .flatMap(({schedule}) => [Date.parse(schedule.start), Date.parse(schedule.end)])
    .filter((moment) => moment > at)
  return Math.min(clock() + longest, clock() + Math.min(...moments.map((moment) => moment - at)))
}
