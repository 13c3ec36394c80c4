import type {Touchpoint} from '../../meetings/pageContent.ts'
import {oncePerIndex} from '../oncePerIndex.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {sessionIndex, sessionsOf} from '../sessionIndex.ts'
import {type Topic, topicsOf} from './topics.ts'

/** All topics, with the number of their sessions. */
export interface TopicsPage {
  kind: 'topics'
  /** By name. */
  topics: Part<Topic>
}

/** A topic and its sessions. */
export interface TopicPage {
  kind: 'topic'
  topic: Topic
  /** The latest first. */
  sessions: Part<Touchpoint>
}

/** By the language of the page. */
const topicsIn = oncePerIndex(topicsOf)

/** Loads the topics of all sessions in the language of the page. */
export async function loadAllTopics({
  loader,
  view,
  site,
}: Omit<PageRequest, 'documents'>): Promise<Topic[]> {
  return topicsIn(await sessionIndex(loader, view), site.language)
}

export async function loadTopics(request: PageRequest): Promise<TopicsPage | Absent> {
  const topics = partOf(await loadAllTopics(request), request.view.part, topicsOnPage)
  return topics ? {kind: 'topics', topics} : absent
}

/** A topic is a line of 0.2 kB. */
const topicsOnPage = 100

export async function loadTopic(request: PageRequest, slug: string): Promise<TopicPage | Absent> {
  const {loader, view} = request
  const topic = (await loadAllTopics(request)).find((each) => each.slug === slug)
  const part = topic && partOf(topic.entries, view.part)
  if (!part) return absent
  const sessions = await sessionsOf(loader, view, part.items)
  return {kind: 'topic', topic, sessions: {...part, items: sessions}}
}
