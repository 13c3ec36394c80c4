import {loadTouchpoint, type TouchpointResult} from '../../meetings/loadTouchpoint.ts'
import type {Unreachable} from '../../meetings/unreachable.ts'
import type {Absent, PageRequest} from '../pageRequest.ts'
import {loadAllTopics} from '../topics/loadTopics.ts'
import type {Topic} from '../topics/topics.ts'

/** A session, with the topics that have a page. */
export type SessionPage = Extract<TouchpointResult, {kind: 'touchpoint'}> & {
  /** By their names in the language of the page. */
  topics: ReadonlyMap<string, Topic>
}

export async function loadSession(
  request: PageRequest,
  slug: string,
): Promise<SessionPage | Absent | Unreachable> {
  const {loader, view} = request
  const [result, topics] = await Promise.all([
    loadTouchpoint(loader, view, slug),
    loadAllTopics(request),
  ])
  if (result.kind !== 'touchpoint') return result
  return {...result, topics: new Map(topics.map((topic) => [topic.name, topic]))}
}
