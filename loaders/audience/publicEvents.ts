import type {CalendarsProblem, EventOrigin, MergedEvent} from '@touchpoints/calendar'
import {roomOf, withoutJoinDetails} from '@touchpoints/calendar/links'

import type {EventViews} from '../events/eventInputs.ts'
import {groupOf} from '../feeds/groupOf.ts'
import {isForMembers} from './isForMembers.ts'
import {isLinkUnknown, withheldLink} from './withheldLinks.ts'

/** Merged events, and the problems found while merging them. */
interface Merged {
  events: MergedEvent[]
  problems: CalendarsProblem[]
}

/**
 * Returns merged events as anyone may see them. A meeting for members keeps its date. It loses its join
 * link, and its texts lose everything that may let their reader in.
 *
 * An event that only a feed has is for members too, if it takes place in a room of members' meetings or
 * is a meeting of a group with meetings for members only.
 *
 * While the Content Lake is down, the documents no longer have the members' links, which are stored
 * nowhere. Then the rooms are those of earlier calls. After a restart there are none, and an event in any
 * room but those of meetings for everyone loses the same as one for members.
 *
 * @param memory - rooms of earlier calls of the same loader
 */
export function publicEvents(
  {events, problems}: Merged,
  views: EventViews,
  memory: RoomMemory = {},
): Merged {
  const rooms = membersRooms(views)
  if (rooms.areKnown) memory.closed = rooms.closed
  const closed = memory.closed
  const texts = new Set([
    ...views.touchpoints.map(({summary}) => summary),
    ...descriptionsOf(views),
  ])
  const changed = new Set<string>()
  const isMembersRoom = (link: string | undefined) => {
    const room = roomOf(link)
    return room !== undefined && closed?.has(room) === true && !rooms.open.has(room)
  }
  const isUnknownRoom = (link: string | undefined) => {
    const room = roomOf(link)
    return room !== undefined && !closed && !rooms.open.has(room)
  }
  const visible = events.map((event) => {
    const audience = event.audience ?? audienceOf(event, views, isMembersRoom)
    const forMembers = audience === 'members'
    if (audience === undefined && linksOf(event).some(isUnknownRoom)) {
      changed.add(event.id)
      const {audience: _, ...others} = membersEvent(event, texts)
      return others
    }
    const isHidden = isMembersRoom(event.joinUrl) || isUnknownRoom(event.joinUrl)
    if (!forMembers && !isHidden) return event
    changed.add(event.id)
    if (forMembers) return membersEvent(event, texts)
    const {joinUrl: _, ...others} = event
    return others
  })
  const cleaned = problems.map((problem) => {
    // It quotes titles as feeds have them, and names events that may be in no result.
    if (problem.kind === 'review') return {...problem, message: withoutJoinDetails(problem.message)}
    if (problem.kind !== 'disagreement' || !changed.has(problem.eventId)) return problem
    const values = problem.values.map(({source, value}) => ({
      source,
      value: withoutJoinDetails(value),
    }))
    return {...problem, message: withoutJoinDetails(problem.message), values}
  })
  return {events: visible, problems: cleaned}
}

function audienceOf(
  event: MergedEvent,
  {workingGroups}: EventViews,
  isMembersRoom: (link: string | undefined) => boolean,
): 'members' | undefined {
  if (event.kind !== 'feed') return undefined
  const group = groupOf(event, workingGroups)
  return isForMembers(group) || linksOf(event).some(isMembersRoom) ? 'members' : undefined
}

function linksOf({joinUrl, location, url}: MergedEvent): (string | undefined)[] {
  return [joinUrl, location, url]
}

/** What a loader knows about rooms from its last answer of the Content Lake. */
export interface RoomMemory {
  /** Rooms that only members' meetings use. Absent before the first answer. */
  closed?: ReadonlySet<string>
}

interface Rooms {
  /** Rooms of meetings for everyone. */
  open: ReadonlySet<string>
  /** Rooms that only members' meetings use. */
  closed: ReadonlySet<string>
  /** False when some rooms of members' meetings are missing. */
  areKnown: boolean
}

/**
 * Returns the rooms that only members' meetings use. Many communities have one room for everything, and
 * its link is public as soon as one meeting for everyone has it.
 */
function membersRooms({touchpoints, series}: EventViews): Rooms {
  const documents = [...touchpoints, ...series]
  const openLinks = [
    ...touchpoints.map(({links}) => links.join),
    ...series.map(({defaultLinks}) => defaultLinks?.join),
  ]
  const rooms = (links: readonly (string | null | undefined)[]) =>
    links.flatMap((link) => roomOf(link ?? undefined) ?? [])
  const open = new Set(rooms(openLinks))
  const closed = new Set(rooms(documents.map(withheldLink)).filter((room) => !open.has(room)))
  return {open, closed, areKnown: !documents.some(isLinkUnknown)}
}

function descriptionsOf({series, workingGroups}: EventViews): (string | null)[] {
  return [...series, ...workingGroups].map(({description}) => description)
}

/**
 * Removes what lets visitors join.
 *
 * Feeds repeat the link in their text, with names, numbers and passcodes in every form. So of a text
 * that may come from a feed nothing is kept: neither a description that is not an editor's, nor a place
 * with a detail in it, nor the feed's page about the event.
 *
 * @param editorsTexts - the texts of documents, which are already cleaned
 */
function membersEvent(event: MergedEvent, editorsTexts: ReadonlySet<string | null>): MergedEvent {
  const {joinUrl: _, url: __, description, location, cancelReason, organizer, ...others} = event
  const place = location === undefined ? '' : withoutJoinDetails(location)
  const organizerName = organizer?.name === undefined ? '' : withoutJoinDetails(organizer.name)
  return {
    ...others,
    audience: 'members',
    title: label(event.title),
    categories: event.categories.map(withoutJoinDetails).filter((category) => category !== ''),
    sources: event.sources.map(membersOrigin),
    ...(description !== undefined && editorsTexts.has(description) && {description}),
    ...(place !== '' && place === location && {location}),
    ...(cancelReason !== undefined && {cancelReason: withoutJoinDetails(cancelReason)}),
    ...(organizerName !== '' && {organizer: {name: organizerName}}),
  }
}

/** What a source gives is kept for title and time only: the other fields may have been removed. */
function membersOrigin({gives = [], ...source}: EventOrigin): EventOrigin {
  const kept = gives.filter((field) => field === 'title' || field === 'time')
  return {...source, title: label(source.title), ...(kept.length > 0 && {gives: kept})}
}

function label(title: string): string {
  return withoutJoinDetails(title) || 'Members only'
}
