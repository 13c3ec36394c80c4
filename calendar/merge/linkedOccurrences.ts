import type {Candidate} from './candidate.ts'
import type {FeedItem, TouchpointItem} from './items.ts'
import {lineageOf} from './lineage.ts'
import {dateIn, day, maxTimeDifference} from './time.ts'

/**
 * Returns the occurrences that a touchpoint's UID may refer to.
 *
 * An event that takes place once matches even if it was moved, by up to 31 days. Of a recurring event,
 * only an occurrence on the touchpoint's day matches, or one within half the distance to the event's
 * next occurrence (7 days at most). If the feed removed that week's occurrence, the touchpoint must not
 * take another week's.
 *
 * A UID also names the later part of its series, after Google split it. A UID of one date (LFX) names
 * another date of its series only at the same start.
 */
export function linkedOccurrences(
  touchpoints: readonly TouchpointItem[],
  feeds: readonly FeedItem[],
): Candidate[] {
  const named = Map.groupBy(
    touchpoints.filter(({touchpoint}) => touchpoint.eventUid),
    ({touchpoint}) => lineageOf(touchpoint.eventUid ?? '').base,
  )
  const events = Map.groupBy(
    feeds.filter(({occurrence}) => named.has(lineageOf(occurrence.uid).base)),
    ({group, occurrence}) => `${group} ${lineageOf(occurrence.uid).base}`,
  )
  return [...events.values()].flatMap((occurrences) => {
    const reach = reachOf(occurrences)
    const [first] = occurrences
    const base = first && lineageOf(first.occurrence.uid).base
    return (named.get(base ?? '') ?? []).flatMap((touchpoint) =>
      candidatesFor(touchpoint, occurrences, reach),
    )
  })
}

function candidatesFor(
  a: TouchpointItem,
  occurrences: readonly FeedItem[],
  reach: number,
): Candidate[] {
  const uid = a.touchpoint.eventUid ?? ''
  const {ofOneDate} = lineageOf(uid)
  return occurrences
    .map((b) => ({a, b, reason: 'linked' as const, distance: distance(a, b)}))
    .filter(({b, distance}) => {
      if (ofOneDate) return b.occurrence.uid === uid ? distance < maxTimeDifference : distance === 0
      return distance === 0 || distance < reach
    })
}

function reachOf(occurrences: readonly FeedItem[]): number {
  const [first] = occurrences
  if (occurrences.length === 1 && first?.occurrence.recurrenceId === undefined)
    return maxTimeDifference
  const times = occurrences.map(({recurrenceMs}) => recurrenceMs).sort((a, b) => a - b)
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const minGap = gaps.reduce((minGap, gap) => (gap > 0 ? Math.min(minGap, gap) : minGap), Infinity)
  return Math.min(7 * day, minGap / 2)
}

/**
 * Returns the distance to the nearer of the occurrence's two starts, in milliseconds. For an all-day
 * event, it is 0 on the same day.
 */
function distance({span, touchpoint}: TouchpointItem, feed: FeedItem): number {
  if (feed.span.allDay) {
    const today = dateIn(span.startMs, touchpoint.timeZone)
    const dates = [feed.occurrence.recurrenceId, feed.occurrence.start]
    if (dates.some((date) => date?.slice(0, 10) === today)) return 0
  }
  return Math.min(
    Math.abs(span.startMs - feed.span.startMs),
    Math.abs(span.startMs - feed.recurrenceMs),
  )
}
