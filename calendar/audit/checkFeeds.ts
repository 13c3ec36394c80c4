import type {FeedSource} from '../merge/sources.ts'
import {day} from '../merge/time.ts'
import {hidesEvents} from '../problems.ts'
import type {Draft} from './draft.ts'
import type {FindingSource} from './finding.ts'
import {eventsIn, itemsIn, type Statements} from './statements.ts'

/** A conference takes place once a year, with a date that moves by some weeks. */
const longestPause = 400 * day

/** Checks that each calendar can be read and has events ahead. */
export function checkFeeds(statements: Statements, ended: ReadonlySet<string>): Draft[] {
  const failed = statements.failed.map((feed) => unreadable(feed, 'error', feed.message))
  const read = statements.feeds.flatMap((feed): Draft[] => {
    const faults = faultsOf(feed)
    if (faults.length > 0) return faults
    return ended.has(feed.id) ? [] : withoutEvents(feed, statements)
  })
  return [...failed, ...read]
}

function sourceOf({id, title}: {id: string; title: string}): FindingSource {
  return {kind: 'calendar', id, name: title}
}

function faultsOf(feed: FeedSource): Draft[] {
  const stale = (feed.problems ?? []).flatMap((problem) =>
    problem.kind === 'feed' && hidesEvents(problem)
      ? [unreadable(feed, 'warning', problem.message)]
      : [],
  )
  const broken = feed.calendar.problems.flatMap((problem) =>
    problem.code === 'not-a-calendar' ? [unreadable(feed, 'error', problem.message)] : [],
  )
  return [...stale, ...broken]
}

function unreadable(
  feed: {id: string; title: string},
  level: Draft['level'],
  reason: string,
): Draft {
  return {
    code: 'unreadable-calendar',
    level,
    sources: [sourceOf(feed)],
    dates: [],
    message: () =>
      `The calendar "${feed.title}" could not be read, so its current events were not compared. ${reason} Check its address in a browser.`,
  }
}

function withoutEvents(feed: FeedSource, {window, now}: Statements): Draft[] {
  const ahead = eventsIn([feed], {...window, from: now, to: now + longestPause}, now)
  if (ahead.items.length + ahead.hidden.length > 0) return []
  const past = itemsIn([feed], {...window, from: now - 5 * 366 * day, to: now}, now).at(-1)
  return [
    {
      code: 'no-upcoming-events',
      level: 'warning',
      sources: [sourceOf(feed)],
      dates: past ? [past.span.start.slice(0, 10)] : [],
      message: (date) =>
        `The calendar "${feed.title}" has no event in the next ${longestPause / day} days${date ? `. Its last one was on ${date}` : ''}. The community may have moved to another calendar. Correct its address, renew its events, or disable the calendar.`,
    },
  ]
}
