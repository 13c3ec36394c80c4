import type {MergedEvent} from '../../calendar/index.ts'
import type {Community, SeriesWithNext, Touchpoint, WorkingGroup} from '../../loaders/index.ts'
import type {PublishedEvent} from '../../loaders/feeds/index.ts'

const updatedAt = '2026-01-01T00:00:00Z'

/** Returns a community in one language, without anything optional. */
export function community(rest: Partial<Community> = {}): Community {
  return {
    _id: 'community',
    _type: 'community',
    updatedAt,
    name: 'Example Commons',
    shortName: null,
    description: null,
    logo: null,
    icon: null,
    accentColor: null,
    accentColorDark: null,
    timeZone: 'Europe/Lisbon',
    regions: [],
    breaks: [],
    languages: ['en'],
    vocabulary: null,
    workspaces: [],
    codeOfConductUrl: null,
    links: [],
    ...rest,
  }
}

/** Returns an active group. Its title is its id. */
export function group(_id: string, rest: Partial<WorkingGroup> = {}): WorkingGroup {
  return {
    _id,
    _type: 'workingGroup',
    updatedAt,
    title: _id,
    defaultTitle: _id,
    slug: _id,
    kind: null,
    parent: null,
    phase: 'active',
    lead: null,
    goals: [],
    description: null,
    links: [],
    channels: [],
    roles: [],
    hasMembersMeetings: false,
    ...rest,
  }
}

/** Returns how other documents name a group. */
export function groupReference(_id: string): NonNullable<WorkingGroup['parent']> {
  return {_id, _type: 'workingGroup', title: _id, defaultTitle: _id, slug: _id, kind: null}
}

/** Returns an active series that meets unless it is cancelled. Its title is its id. */
export function series(_id: string, rest: Partial<SeriesWithNext> = {}): SeriesWithNext {
  return {
    _id,
    _type: 'series',
    updatedAt,
    title: _id,
    defaultTitle: _id,
    slug: _id,
    group: null,
    meets: 'standing',
    lifecycle: 'active',
    regions: [],
    language: null,
    description: null,
    cadence: null,
    cadenceText: null,
    calendarId: null,
    eventUid: null,
    minutes: null,
    audience: 'everyone',
    defaultLinks: null,
    next: null,
    ...rest,
  }
}

/** Returns a confirmed session of an hour. */
export function session(
  start: string,
  of: SeriesWithNext,
  rest: Partial<Touchpoint> = {},
): Touchpoint {
  const {next: _, ...own} = of
  return {
    _id: `session-${start}`,
    _type: 'touchpoint',
    updatedAt,
    title: `Session of ${start}`,
    defaultTitle: `Session of ${start}`,
    slug: 'session',
    series: own,
    schedule: {start, end: hourAfter(start), timeZone: 'UTC', minutes: 60},
    status: 'confirmed',
    cancelReason: null,
    edition: null,
    summary: null,
    language: null,
    guests: [],
    agenda: [],
    topics: [],
    audience: 'everyone',
    chathamHouseRule: false,
    recordingPolicy: null,
    links: {agenda: null, rsvp: null, join: null, notes: null, slides: null},
    eventUid: null,
    recordings: [],
    ...rest,
  }
}

/** Returns a confirmed event of an hour from a cadence, and its public version. */
export function date(
  start: string,
  rest: {seriesId?: string; groupId?: string; status?: MergedEvent['status']} = {},
): {event: MergedEvent; published: PublishedEvent} {
  const {seriesId, groupId, status = 'confirmed'} = rest
  const id = `${seriesId ?? groupId ?? ''} ${start}`
  const shared = {
    id,
    kind: 'cadence',
    title: 'Call',
    start,
    end: hourAfter(start),
    allDay: false,
    floating: false,
    timeZone: 'UTC',
    status,
  } as const
  const named = seriesId === undefined ? {} : {series: {id: seriesId, title: seriesId}}
  const group = groupId === undefined ? {} : {workingGroup: {id: groupId, title: groupId}}
  return {
    event: {...shared, ...named, categories: [], calendarIds: [], sources: [], joins: []},
    published: {...shared, ...named, ...group, topics: [], regions: [], calendars: [], people: []},
  }
}

function hourAfter(start: string): string {
  return new Date(Date.parse(start) + 3_600_000).toISOString().replace('.000Z', 'Z')
}
