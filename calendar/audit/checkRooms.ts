import {compareTitles, contextOf} from '../merge/compareTitles.ts'
import type {MergedEvent} from '../merge/mergedEvent.ts'
import {minute} from '../merge/time.ts'
import {meetingLink, type MeetingLink, roomOf} from '../links/index.ts'
import type {Draft} from './draft.ts'
import {dateOf, eventSources, meetingKey} from './eventSources.ts'
import type {Statements} from './statements.ts'

/** A join link that was requested and leads nowhere. */
export interface DeadRoom {
  url: string
  /** The reason, such as "status 404". */
  reason: string
}

/** A broken feed can have thousands of events at one instant. The first pairs of a room say enough. */
const maxPairsOfRoom = 200

/** Meetings that end late by less than this don't share a room. */
const tolerance = 5 * minute

/** Checks the rooms of the events ahead: shared by two meetings, dead, or no room at all. */
export function checkRooms({upcoming}: Statements, deadRooms: readonly DeadRoom[]): Draft[] {
  const taking = upcoming.filter(({status, joinUrl}) => status !== 'cancelled' && joinUrl)
  const dead = new Map(deadRooms.map(({url, reason}) => [url, reason]))
  return [...overlapping(taking), ...taking.flatMap((event) => unusable(event, dead))]
}

function overlapping(events: readonly MergedEvent[]): Draft[] {
  const timed = events.filter(({allDay, floating}) => !allDay && !floating)
  const byRoom = Map.groupBy(timed, ({joinUrl}) => knownRoom(joinUrl) ?? '')
  byRoom.delete('')
  return [...byRoom.values()].flatMap((some) =>
    overlappingPairs(some).flatMap(([a, b]) => sharedDraft(a, b)),
  )
}

function overlappingPairs(events: readonly MergedEvent[]): [MergedEvent, MergedEvent][] {
  const sorted = events.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))
  const pairs: [MergedEvent, MergedEvent][] = []
  for (const [index, a] of sorted.entries()) {
    const end = Date.parse(a.end) - tolerance
    for (let next = index + 1; next < sorted.length; next++) {
      const b = sorted[next]
      if (!b || Date.parse(b.start) > end) break
      pairs.push([a, b])
      if (pairs.length >= maxPairsOfRoom) return pairs
    }
  }
  return pairs
}

/** A link of an unknown host can be a page that several meetings share. */
function knownRoom(joinUrl: string | undefined): string | undefined {
  return joinUrl !== undefined && meetingLink(joinUrl)?.kind === 'room'
    ? roomOf(joinUrl)
    : undefined
}

function sharedDraft(a: MergedEvent, b: MergedEvent): Draft[] {
  const titles = compareTitles(
    a.title,
    b.title,
    contextOf(...calendarTitles(a), ...calendarTitles(b)),
  )
  const common = {
    level: 'warning' as const,
    sources: [...eventSources(a), ...eventSources(b)],
    about: [meetingKey(a), meetingKey(b)].toSorted().join('+'),
    dates: [dateOf(a)],
  }
  if (titles === 'different') {
    return [
      {
        ...common,
        code: 'shared-room',
        message: (dates) =>
          `"${a.title}" and "${b.title}" use one room (${hostOf(a)}) at one time, on ${dates}. People of one meeting disturb the other. Give one of them another room, or another time.`,
      },
    ]
  }
  const isMoved = a.start !== b.start
  return [
    {
      ...common,
      code: isMoved ? 'possible-move' : 'possible-duplicate',
      message: (dates) =>
        `"${a.title}" and "${b.title}" overlap in one room (${hostOf(a)}) on ${dates}, and both are shown. ${isMoved ? 'If the meeting was moved, remove the old event.' : 'If they are one meeting, remove one of them.'}`,
    },
  ]
}

/** A log can be public, and a join link can be for members only. */
function hostOf({joinUrl}: MergedEvent): string {
  return joinUrl && URL.canParse(joinUrl) ? new URL(joinUrl).host : 'unknown host'
}

function calendarTitles({sources}: MergedEvent): string[] {
  return sources.flatMap((source) => (source.kind === 'feed' ? source.calendarTitle : []))
}

/** What a join link leads to instead of a room. A registration leads to the room. */
const notRooms: Partial<Record<MeetingLink['kind'], string>> = {
  recording: 'a recording',
  'dial-in': 'a page of phone numbers',
  list: 'a list of meetings',
  'calendar-file': 'a calendar file',
  host: 'the page that starts the meeting, which is for its host',
}

function unusable(event: MergedEvent, dead: ReadonlyMap<string, string>): Draft[] {
  const {joinUrl, title} = event
  if (joinUrl === undefined) return []
  const kind = meetingLink(joinUrl)?.kind
  const reason = dead.get(joinUrl)
  const instead = kind && notRooms[kind]
  if (reason === undefined && instead === undefined) return []
  const what = instead ? `leads to ${instead}` : `does not work (${reason})`
  return [
    {
      code: 'dead-room',
      level: reason === undefined ? 'warning' : 'error',
      sources: eventSources(event),
      about: meetingKey(event),
      dates: [dateOf(event)],
      message: (dates) =>
        `The join link of "${title}" on ${dates} ${what}. Its host is ${hostOf(event)}. Enter the link of its room.`,
    },
  ]
}
