import {titleKey} from '../merge/compareTitles.ts'
import {dateIn, day} from '../merge/time.ts'
import type {MergedEvent} from '../merge/mergedEvent.ts'
import type {CadenceDates} from '../merge/readOwnCalendars.ts'
import type {CadenceInput, FeedSource} from '../merge/sources.ts'
import type {ReviewProblem} from '../problems.ts'
import type {CadenceChange, Recurrence} from '../time/index.ts'
import {hidesEvents} from '../problems.ts'
import {breakDrafts} from './breakDrafts.ts'
import type {Draft} from './draft.ts'
import type {FindingSource} from './finding.ts'
import {datesIn, itemsIn, type Statements} from './statements.ts'
import {type Announced, isNamed, type Match, matchOf} from './strands.ts'
import {timeDrafts} from './timeDrafts.ts'

/** How far back to look for a meeting that no calendar has any more. */
const longestMemory = 5 * 366 * day

/** Compares each cadence with the community's own calendars. */
export function checkCadences(statements: Statements): Draft[] {
  const {cadences, items, feeds, failed, now, problems} = statements
  const own = feeds.filter((feed) => feed.own)
  const ownItems = items.filter(({feed}) => feed.own)
  const checked = cadences
    .filter(({dates}) => dates.some(({span, change}) => takesPlace(change) && span.endMs > now))
    .map((each) => ({...each, matches: matchesFor(each, ownItems).map(surely(each, statements))}))
  const upcoming = ownItems.filter(({span}) => span.startMs > now)
  const reviews = reviewsOf(statements)
  const holdsOthers =
    checked.some(({matches, cadence}) => matches.length > 0 || reviews.has(cadence.id)) ||
    hasSeries(upcoming)
  // What a limit left out is not missing in the calendar.
  const isCut = problems.some((problem) => problem.kind === 'calendar' && problem.code === 'limit')
  const allRead = failed.length === 0 && !isCut && own.every(isCurrent)
  return checked.flatMap((each): Draft[] => {
    const {cadence, matches} = each
    const ofMerge = reviews.get(cadence.id) ?? []
    // If the whole series has other times, that its dates are missing at the old ones follows from it.
    const ofSlots = matches.flatMap((match) => slotDrafts(cadence, match, now))
    if (ofSlots.some(({level}) => level !== 'info')) return ofSlots
    const found = matches.map(({match}) => match)
    const drafts = [...ofSlots, ...breakDrafts(sourceOf(cadence), each, found, statements)]
    if (matches.length > 0 || ofMerge.length > 0) {
      return [...drafts, ...ofMerge.flatMap((review) => reviewDraft(review, cadence, feeds))]
    }
    if (!allRead || own.length === 0 || isListed(each, statements)) return []
    const ended = endedDraft(cadence, own, statements)
    if (ended) return [ended]
    return holdsOthers && !isNamed(announced(cadence), upcoming) ? [neverListed(each, now)] : []
  })
}

/** The events of one slot of a cadence. */
interface SlotMatch {
  slot: Recurrence
  match: Match
}

/** Finds the events of each slot by its planned dates. Two slots can have different times and zones. */
function matchesFor({cadence, dates}: CadenceDates, items: Statements['items']): SlotMatch[] {
  const named = items.filter(({feed}) => !cadence.calendarId || cadence.calendarId === feed.id)
  // An editor changed the others, and the merge compares them with the calendars.
  const planned = dates.filter(({change}) => !change)
  return [...Map.groupBy(planned, ({slot}) => slot)].flatMap(([slot, some]) => {
    const starts = new Set(some.map(({span}) => span.startMs))
    const others = planned.filter((each) => each.slot !== slot).map(({span}) => span.startMs)
    const ofOthers = new Set(others).difference(starts)
    const rest = named.filter(({span}) => !ofOthers.has(span.startMs))
    const match = matchOf(announced(cadence), [...starts], rest, slot.timeZone)
    return match ? [{slot, match}] : []
  })
}

function slotDrafts(cadence: CadenceInput, {slot, match}: SlotMatch, now: number): Draft[] {
  const drafts = timeDrafts(sourceOf(cadence), match, {now, zone: slot.timeZone})
  if (cadence.cadence.slots.length === 1) return drafts
  const about = `${slot.weekdays.join('+')} ${slot.time} ${slot.timeZone}`.trim()
  return drafts.map((draft) => ({...draft, about}))
}

function takesPlace(change: CadenceChange | undefined): boolean {
  return change?.kind !== 'skipped'
}

/**
 * Looks at a whole year when single dates differ. Between the clock changes of two continents there are
 * three weeks in spring and one in autumn, and a window can have only one date in them.
 */
function surely(
  {cadence}: CadenceDates,
  {window, feeds, now}: Statements,
): (each: SlotMatch) => SlotMatch {
  return (each) => {
    const {relation} = each.match
    if (relation.kind !== 'agree' || relation.moved.length === 0) return each
    const year = {...window, to: Math.max(window.to, window.from + 400 * day)}
    const [dated] = datesIn([cadence], year)
    const own = feeds.filter((feed) => feed.own)
    const ofYear = dated ? matchesFor(dated, itemsIn(own, year, now)) : []
    const same = ofYear.find(({slot}) => slot === each.slot)
    return same?.match.relation.kind === 'other-zone' ? same : each
  }
}

function announced({title, joinUrl, eventUid}: CadenceInput): Announced {
  return {title, joinUrl, uids: eventUid ? [eventUid] : []}
}

function sourceOf({id, title}: CadenceInput): FindingSource {
  return {kind: 'cadence', id, name: title}
}

function isCurrent({problems = []}: FeedSource): boolean {
  return !problems.some((problem) => problem.kind === 'feed' && hidesEvents(problem))
}

/** A calendar that has one title on several dates ahead is where the community keeps its meetings. */
function hasSeries(upcoming: Statements['items']): boolean {
  return [...Map.groupBy(upcoming, ({title}) => titleKey(title)).values()].some(
    ({length}) => length >= 3,
  )
}

/** Dates of the cadence, or sessions of the series, are events of an own calendar. One in the past is not enough. */
function isListed({cadence: {id}, dates}: CadenceDates, statements: Statements): boolean {
  const {events, upcoming, hidden} = statements
  const isOfCadence = ({sources, series}: MergedEvent) =>
    sources.some((source) => source.kind === 'feed' && source.own) &&
    (series?.id === id || sources.some((source) => source.kind === 'cadence' && source.id === id))
  // An event that is not public can be the meeting.
  const starts = new Set(hidden.map(({startMs}) => startMs))
  if (dates.filter(({span}) => starts.has(span.startMs)).length > 1) return true
  return upcoming.some(isOfCadence) || events.filter(isOfCadence).length > 1
}

function reviewsOf({problems}: Statements): Map<string, ReviewProblem[]> {
  const reviews = problems.filter(
    (problem): problem is ReviewProblem =>
      problem.kind === 'review' &&
      (problem.code === 'removed-dates' || problem.code === 'calendar-ended'),
  )
  return Map.groupBy(reviews, ({sources}) => sources[0] ?? '')
}

function reviewDraft(
  {code, sources: [, feedId = ''], dates, message}: ReviewProblem,
  cadence: CadenceInput,
  feeds: readonly FeedSource[],
): Draft[] {
  const name = feeds.find(({id}) => id === feedId)?.title ?? feedId
  return [
    {
      code: code === 'removed-dates' ? 'removed' : 'ended',
      level: 'warning',
      sources: [sourceOf(cadence), {kind: 'calendar', id: feedId, name}],
      dates,
      message: () => message,
    },
  ]
}

/** Finds the meeting in what own calendars had years ago: they still hold it, but it has ended. */
function endedDraft(
  cadence: CadenceInput,
  own: readonly FeedSource[],
  {window, now}: Statements,
): Draft | undefined {
  const past = {...window, from: now - longestMemory, to: now}
  const [dated] = datesIn([cadence], past)
  const [found] = dated ? matchesFor(dated, itemsIn(own, past, now)) : []
  if (!found) return undefined
  const {feed, items} = found.match.strand
  const last = items.reduce((latest, {span}) => Math.max(latest, span.startMs), 0)
  return {
    code: 'ended',
    level: 'warning',
    sources: [sourceOf(cadence), {kind: 'calendar', id: feed.id, name: feed.title}],
    dates: [dateIn(last, found.slot.timeZone)],
    message: (date) =>
      `The last event for "${cadence.title}" in the calendar "${feed.title}" was on ${date}, but its cadence goes on. Renew the event in the calendar, or end the cadence.`,
  }
}

function neverListed({cadence, dates}: CadenceDates, now: number): Draft {
  const next = dates.find(({span, change}) => takesPlace(change) && span.startMs > now)
  return {
    code: 'never-listed',
    level: 'warning',
    sources: [sourceOf(cadence)],
    dates: next ? [dateIn(next.span.startMs, next.slot.timeZone)] : [],
    message: (date) =>
      `No calendar of the community has "${cadence.title}", although it has other meetings. People who subscribe to the calendar miss it. Add it to the calendar${date ? ` from ${date} on` : ''}, or end the cadence.`,
  }
}
