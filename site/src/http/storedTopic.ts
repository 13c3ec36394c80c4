import type {Loader} from 'touchpoints'

import type {RequestView} from '../meetings/requestView.ts'
import {sessionIndex} from '../ownPages/sessionIndex.ts'
import {topicsOf} from '../ownPages/topics/topics.ts'

/** Returns the text of a topic by its slug, as it is stored. Both are the same in each language. */
export async function storedTopic(
  loader: Loader,
  view: RequestView,
  slug: string,
): Promise<string | undefined> {
  const entries = await sessionIndex(loader, view)
  return topicsOf(entries, 'en').find((topic) => topic.slug === slug)?.stored
}
