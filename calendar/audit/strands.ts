import {roomOf} from '../links/roomOf.ts'
import {compareTitles, contextOf, titleKey} from '../merge/compareTitles.ts'
import type {FeedItem} from '../merge/items.ts'
import {lineageOf} from '../merge/lineage.ts'
import {compareTimes, type TimeRelation} from './compareTimes.ts'

/** A meeting as one source announces it, without its dates. */
export interface Announced {
  title: string
  joinUrl?: string | null | undefined
  /** UIDs of its events that the source names. */
  uids: readonly string[]
}

/** The events of one meeting in one feed. */
export interface Strand {
  feed: FeedItem['feed']
  title: string
  items: FeedItem[]
  /** Whether title or UID say that it is this meeting. A room alone can be shared. */
  isSure: boolean
}

/** A strand, and how its times relate to the announced ones. */
export interface Match {
  strand: Strand
  relation: Exclude<TimeRelation, {kind: 'unrelated'}>
}

/** Finds the feed's events that are an announced meeting: those that have the most of its dates. */
export function matchOf(
  meeting: Announced,
  dates: readonly number[],
  items: readonly FeedItem[],
  zone: string,
): Match | undefined {
  const matches = strandsOf(meeting, items).flatMap((strand): Match[] => {
    const actual = strand.items.map(({span}) => span)
    const relation = compareTimes(dates, actual, zone)
    if (relation.kind === 'unrelated') return []
    // Another meeting in the same room, always at another time, says nothing.
    if (!strand.isSure && relation.held < 2) return []
    return [{strand, relation}]
  })
  return matches.toSorted(
    (a, b) =>
      b.relation.held - a.relation.held ||
      Number(b.strand.isSure) - Number(a.strand.isSure) ||
      b.strand.items.length - a.strand.items.length,
  )[0]
}

/** Returns whether any event in the feeds could be the meeting, at any time. */
export function isNamed(meeting: Announced, items: readonly FeedItem[]): boolean {
  return strandsOf(meeting, items).some(({isSure}) => isSure)
}

function strandsOf(meeting: Announced, items: readonly FeedItem[]): Strand[] {
  const bases = new Set(meeting.uids.map((uid) => lineageOf(uid).base))
  // Hundreds of dates have one title and one room.
  const known = new Map<string, Kinship>()
  const related = items.flatMap((item) => {
    const about = `${bases.has(baseOf(item))} ${item.feed.id} ${item.joinUrl} ${item.title}`
    const kinship = known.get(about) ?? kinshipOf(meeting, bases, item)
    known.set(about, kinship)
    return kinship === 'none' ? [] : [{item, isSure: kinship === 'sure'}]
  })
  const groups = [
    ...Map.groupBy(related, ({item}) => `${item.feed.id} ${titleKey(item.title)}`).values(),
    ...Map.groupBy(related, ({item}) => `${item.feed.id} ${baseOf(item)}`).values(),
  ]
  return groups.flatMap((group): Strand[] => {
    const [first] = group
    if (!first) return []
    const {feed, title} = first.item
    const isSure = group.some((each) => each.isSure)
    return [{feed, title, items: group.map(({item}) => item), isSure}]
  })
}

/** Whether an event is the meeting by its title or UID, could be it, or is another one. */
type Kinship = 'sure' | 'possible' | 'none'

function kinshipOf(meeting: Announced, bases: ReadonlySet<string>, item: FeedItem): Kinship {
  if (bases.has(baseOf(item))) return 'sure'
  const titles = compareTitles(meeting.title, item.title, contextOf(item.feed.title))
  if (titles === 'same') return 'sure'
  const room = roomOf(item.joinUrl)
  const haveOneRoom = room !== undefined && room === roomOf(meeting.joinUrl ?? undefined)
  if (haveOneRoom) return titles === 'contains' ? 'sure' : 'possible'
  return titles === 'contains' ? 'possible' : 'none'
}

export function baseOf({occurrence}: FeedItem): string {
  return lineageOf(occurrence.uid).base
}
