import {meetingLink} from '../links/meetingLink.ts'
import {roomOf} from '../links/roomOf.ts'
import {compareTitles, contextOf, type TitleRelation} from './compareTitles.ts'
import type {CadenceItem, Item, TouchpointItem} from './items.ts'

/**
 * What is known about two items with the same start in different sources:
 * - `join`: they are one event;
 * - `resembles`: they may be one event, and an editor has to look;
 * - `apart`: nothing says that they are one event.
 */
export type Assessment =
  | {kind: 'join'; reason: 'same-join-link' | 'same-title' | 'same-series'}
  | {kind: 'resembles'; because: 'room' | 'title'}
  | {kind: 'apart'}

const apart: Assessment = {kind: 'apart'}

/**
 * How the titles of two items relate. `series`: the title of the session's series is that of the other item.
 * `resembles-series`: one of these two adds a topic to the other.
 */
type Titles = TitleRelation | 'series' | 'resembles-series'

/**
 * Weighs the evidence that two items with the same start are one event.
 *
 * One weak signal never hides an event: a room alone is used by two groups at one hour by mistake, and a
 * title alone is used by two communities ("Office hours"). docs/calendars.md has the table.
 */
export function assessPair(a: Item, b: Item): Assessment {
  const titles = relationOf(a, b)
  switch (compareRooms(a, b)) {
    case 'same':
      return withSameRoom(a, b, titles)
    case 'other':
      return withOtherRooms(a, b, titles)
    case 'unknown':
      return withoutRooms(a, b, titles)
  }
}

function withSameRoom(a: Item, b: Item, titles: Titles): Assessment {
  if (titles !== 'different' && titles !== 'resembles-series') {
    return {kind: 'join', reason: 'same-join-link'}
  }
  // A date of a scheduled series is a guess, and says only that somebody meets in this room.
  if (isGuessAtOwnEvent(a, b)) return {kind: 'join', reason: 'same-join-link'}
  return isKnownRoom(a) ? {kind: 'resembles', because: 'room'} : apart
}

function withOtherRooms(a: Item, b: Item, titles: Titles): Assessment {
  // The session has a topic of its own, so the series alone does not outweigh the room.
  if (titles === 'series') return {kind: 'resembles', because: 'title'}
  if (titles !== 'same') return apart
  // An editor's session with an outdated room is still the feed's event. The difference is reported.
  if (a.kind !== 'feed' || b.kind !== 'feed') return {kind: 'join', reason: 'same-title'}
  return {kind: 'resembles', because: 'title'}
}

function withoutRooms(a: Item, b: Item, titles: Titles): Assessment {
  if (titles === 'same') return {kind: 'join', reason: 'same-title'}
  // The community's own calendar has the series, and this is its session. "Office hours" of another one is a guess.
  if (titles === 'series' && isInOwnFeed(a, b)) return {kind: 'join', reason: 'same-series'}
  if (titles === 'different' || titles === 'generic') return apart
  if (isGuessAtOwnEvent(a, b)) return {kind: 'join', reason: 'same-title'}
  return {kind: 'resembles', because: 'title'}
}

/** Compares the titles. A session also has the title of its series. */
function relationOf(a: Item, b: Item): Titles {
  const context = contextOf(...contextNames(a), ...contextNames(b))
  const relation = compareTitles(a.title, b.title, context)
  if (relation !== 'different' && relation !== 'contains') return relation
  const touchpoint = [a, b].find((item): item is TouchpointItem => item.kind === 'touchpoint')
  const seriesTitle = touchpoint?.touchpoint.seriesTitle
  if (!touchpoint || !seriesTitle) return relation
  const other = touchpoint === a ? b : a
  const ofSeries = compareTitles(seriesTitle, other.title, contextOf(...contextNames(other)))
  if (ofSeries === 'same') return 'series'
  // A word of the series' title may be missing, which is enough in one room.
  if (compareTitles(seriesTitle, other.title, context) === 'same') return 'generic'
  return relation === 'different' && ofSeries === 'contains' ? 'resembles-series' : relation
}

function contextNames(item: Item): (string | null | undefined)[] {
  if (item.kind === 'feed') return [item.feed.title]
  return item.kind === 'touchpoint' ? [item.touchpoint.seriesTitle] : []
}

function compareRooms(a: Item, b: Item): 'same' | 'other' | 'unknown' {
  const [left, right] = [roomOf(a.joinUrl), roomOf(b.joinUrl)]
  if (left === undefined || right === undefined) return 'unknown'
  return left === right ? 'same' : 'other'
}

/** A link of an unknown host can be a page that several meetings share. */
function isKnownRoom({joinUrl}: Item): boolean {
  return joinUrl !== undefined && meetingLink(joinUrl) !== undefined
}

/**
 * Returns whether one item is a date of a scheduled series and the other an event of the community's own feed.
 *
 * If the own calendar has "Touchpoint: security" at that time, "Thursday touchpoints, to be announced"
 * would show the same meeting twice. A standing series is not a guess: it takes place unless it is cancelled.
 * Neither is a date that an editor skipped, and joined with another meeting it would cancel that.
 */
function isGuessAtOwnEvent(a: Item, b: Item): boolean {
  const guess = [a, b].some((item) => item.kind === 'cadence' && isGuess(item))
  return guess && isInOwnFeed(a, b)
}

function isInOwnFeed(a: Item, b: Item): boolean {
  return [a, b].some((item) => item.kind === 'feed' && item.feed.own)
}

function isGuess({cadence, change}: CadenceItem): boolean {
  return cadence.meets === 'scheduled' && change?.kind !== 'skipped'
}
