import {roomOf} from '../links/roomOf.ts'
import {titleKey} from '../merge/compareTitles.ts'
import type {FeedItem} from '../merge/items.ts'
import {compareTimes} from './compareTimes.ts'
import type {Draft} from './draft.ts'
import type {Statements} from './statements.ts'
import {baseOf} from './strands.ts'
import {timeDrafts} from './timeDrafts.ts'

export interface CheckedCopies {
  drafts: Draft[]
  /** Keys of events in a series that is at other times in another calendar. */
  explained: ReadonlySet<string>
}

/**
 * Compares the community's own calendars with every other calendar that has the same meeting.
 *
 * A title alone does not make it the same meeting: two communities have "Office hours". The room or the
 * lineage has to agree, too.
 */
export function checkCopies({items, now}: Statements): CheckedCopies {
  const drafts: Draft[] = []
  const explained = new Set<string>()
  const titled = Map.groupBy(items, ({title}) => titleKey(title))
  titled.delete('')
  for (const some of titled.values()) {
    const feeds = [...Map.groupBy(some, ({feed}) => feed.id).values()]
    for (const [index, a] of feeds.entries()) {
      for (const b of feeds.slice(index + 1)) {
        const [mine, other] = a[0]?.feed.own ? [a, b] : [b, a]
        const found =
          mine[0]?.feed.own && areOneMeeting(mine, other) ? draftsOf(mine, other, now) : []
        for (const draft of found) drafts.push(draft)
        if (found.length > 0) for (const {key} of [...mine, ...other]) explained.add(key)
      }
    }
  }
  return {drafts, explained}
}

function draftsOf(mine: readonly FeedItem[], other: readonly FeedItem[], now: number): Draft[] {
  const [first] = other
  if (!first) return []
  const {feed, title} = first
  const relation = compareTimes(
    mine.map(({span}) => span.startMs),
    other.map(({span}) => span),
  )
  if (relation.kind !== 'retimed' && relation.kind !== 'other-zone') return []
  const [own] = mine
  if (!own) return []
  return timeDrafts(
    {kind: 'calendar', id: own.feed.id, name: own.feed.title},
    {strand: {feed, title, items: [...other], isSure: true}, relation},
    {now, zone: own.span.timeZone ?? 'UTC'},
  ).map((draft) => ({...draft, about: titleKey(title).replaceAll(' ', '-')}))
}

function areOneMeeting(a: readonly FeedItem[], b: readonly FeedItem[]): boolean {
  const bases = new Set(a.map(baseOf))
  if (b.some((item) => bases.has(baseOf(item)))) return true
  const rooms = new Set(a.flatMap(({joinUrl}) => roomOf(joinUrl) ?? []))
  return b.some(({joinUrl}) => rooms.has(roomOf(joinUrl) ?? ''))
}
