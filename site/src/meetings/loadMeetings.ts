import type {Problem} from 'touchpoints'

import {recordFacts} from '../http/pageFacts.ts'
import type {PageRequest} from '../ownPages/pageRequest.ts'
import {loadAllTopics} from '../ownPages/topics/loadTopics.ts'
import {slugsOfNames} from '../ownPages/topics/topics.ts'
import type {Upcoming} from '../whatsOn/upcomingMeetings.ts'
import {communityZone} from './communityZone.ts'
import {loadAhead} from './loadAhead.ts'
import type {OwnMeeting} from './ownMeetings.ts'

/** The meetings page. */
export interface WhatsOnPage {
  kind: 'meetings'
  /** The next dates of the community and its groups, soonest first. */
  ahead: readonly OwnMeeting[]
  /** What is on in the next half year. */
  upcoming: readonly Upcoming[]
  /** Slugs of the topics of what is on, by name. */
  topicSlugs: ReadonlyMap<string, string>
  /** IANA id of the zone shown. */
  timeZone: string
  /** IANA id of the zone shown by default. */
  communityZone: string
  nextChangeAt: string | undefined
  problems: readonly Problem[]
}

/** Loads what is on, from the last copies of the feeds. */
export async function loadMeetings(request: PageRequest): Promise<WhatsOnPage> {
  const {loader, view, documents} = request
  const [ahead, topics] = await Promise.all([loadAhead(loader, view), loadAllTopics(request)])
  recordFacts(view, documents)
  const defaultZone = communityZone(documents.data)
  const names = ahead.upcoming.flatMap(({published}) => published.topics)
  return {
    kind: 'meetings',
    ahead: ahead.dates,
    upcoming: ahead.upcoming,
    topicSlugs: slugsOfNames(topics, names),
    timeZone: view.zone ?? defaultZone,
    communityZone: defaultZone,
    nextChangeAt: ahead.nextChangeAt,
    problems: [...documents.problems, ...ahead.problems],
  }
}
