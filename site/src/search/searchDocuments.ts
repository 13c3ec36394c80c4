import {dateKey} from '@touchpoints/words/dates'
import type {Guest, Recording, Series, Touchpoint, WorkingGroup} from 'touchpoints'

import type {SearchDocument} from './searchDocument.ts'
import {shareText} from './shareText.ts'

/** What the search is made from: the results of a loader for everyone. */
export interface SearchContent {
  sessions: readonly Touchpoint[]
  /** With the slugs of their pages. */
  topics: readonly {slug: string; name: string}[]
  series: readonly Series[]
  groups: readonly WorkingGroup[]
  guests: readonly Guest[]
  recordings: readonly Recording[]
}

/**
 * Returns the documents of the search: pages of groups, series, people, topics, sessions and recordings.
 *
 * The recording of a session is found with the session, unless it has a title of its own. Otherwise each title
 * would be in the results twice.
 */
export function searchDocuments({
  sessions,
  topics,
  series,
  groups,
  guests,
  recordings,
}: SearchContent): SearchDocument[] {
  const distinctive = distinctiveTitles(sessions)
  const documents = [
    ...groups.map(ofGroup),
    ...series.map(ofSeries),
    ...guests.map(ofGuest),
    ...topics.map(ofTopic),
    ...sessions.map((session) => ofSession(session, distinctive)),
    ...recordings.flatMap((recording) => ofRecording(recording)),
  ]
  const texts = shareText(documents.map(({text}) => text))
  return documents.map((document, index) => ({...document, text: texts[index] ?? ''}))
}

const plain = {isRecorded: false, isCancelled: false, people: [], topics: [], within: []} as const

function ofGroup({title, slug, kind, parent, lead, description, goals, roles}: WorkingGroup) {
  return {
    ...plain,
    kind: 'group',
    title,
    slug,
    people: unique(roles.map(({person}) => person.name)),
    within: present([parent?.title, lead?.name]),
    text: joined([description, ...goals, kind]),
  } as const
}

function ofSeries({title, slug, group, description, cadenceText}: Series) {
  const text = joined([description, cadenceText])
  return {...plain, kind: 'series', title, slug, within: present([group?.title]), text} as const
}

function ofGuest({name, slug, role, kind, organization, bio}: Guest) {
  return {
    ...plain,
    kind: 'person',
    title: name,
    slug,
    within: present([organization?.name]),
    text: joined([role, kind, bio]),
  } as const
}

function ofTopic({slug, name}: SearchContent['topics'][number]) {
  return {...plain, kind: 'topic', title: name, slug, text: ''} as const
}

function ofSession(session: Touchpoint, distinctive: ReadonlySet<string>) {
  const {title, slug, series, schedule, guests, topics, summary, agenda, edition} = session
  const organizations = guests.map(({guest}) => guest.organization?.name)
  const items = agenda.map((item) => item.title).filter((item) => distinctive.has(item))
  return {
    kind: 'session',
    title,
    slug,
    schedule: {start: schedule.start, end: schedule.end, timeZone: schedule.timeZone},
    date: dateKey(schedule.start, schedule.timeZone),
    isRecorded: session.recordings.some(({availability}) => availability === 'published'),
    isCancelled: session.status === 'cancelled',
    people: unique(guests.map(({guest}) => guest.name)),
    topics,
    within: present([series.title, series.group?.title, edition, ...organizations]),
    text: joined([summary, ...items]),
  } as const
}

function ofRecording({title, slug, availability, date, season, touchpoint}: Recording) {
  if (availability !== 'published' || touchpoint?.title === title) return []
  const day = date ?? touchpoint?.start.slice(0, 10)
  return {
    ...plain,
    kind: 'recording',
    title,
    slug,
    ...(day !== undefined && {date: day}),
    within: present([season, touchpoint?.title]),
    text: '',
  } as const
}

/** Returns the titles of agenda items that few sessions have. "Questions and answers" is in most. */
function distinctiveTitles(sessions: readonly Touchpoint[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const {title} of sessions.flatMap(({agenda}) => agenda)) {
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count <= 2).map(([title]) => title))
}

function joined(texts: readonly (string | null)[]): string {
  return present(texts)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .join(' · ')
}

function present(texts: readonly (string | null | undefined)[]): string[] {
  return unique(texts.flatMap((text) => text || []))
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
