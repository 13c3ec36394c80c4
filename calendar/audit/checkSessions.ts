import {titleKey} from '../merge/compareTitles.ts'
import type {TouchpointItem} from '../merge/items.ts'
import {statusNames} from '../merge/statusNames.ts'
import {dateIn, day, hour} from '../merge/time.ts'
import type {DisagreementProblem} from '../problems.ts'
import type {Draft} from './draft.ts'
import type {FindingSource} from './finding.ts'
import {lineageOf} from '../merge/lineage.ts'
import type {Statements} from './statements.ts'
import {baseOf, matchOf} from './strands.ts'
import {timeDrafts} from './timeDrafts.ts'

/** An editor has this long after a session to say what became of it. */
const grace = day

export interface CheckedSessions {
  drafts: Draft[]
  /** Sessions of a series that is at other times as a whole. Single differences follow from it. */
  explained: ReadonlySet<string>
}

/** Checks the sessions against the calendars, series by series. */
export function checkSessions(statements: Statements): CheckedSessions {
  const {sessions, now, problems} = statements
  const past = sessions.filter(
    ({touchpoint, span}) => touchpoint.status === 'planned' && span.endMs + grace <= now,
  )
  const series = [...Map.groupBy(sessions, ({touchpoint}) => touchpoint.seriesId ?? '')]
  const times = series.flatMap(([id, some]) => (id === '' ? [] : [timesOf(id, some, statements)]))
  const dead = problems.flatMap((problem) =>
    problem.kind === 'disagreement' && problem.field === 'eventUid' ? [problem] : [],
  )
  const explained = new Set(times.flatMap((each) => each.ids))
  return {
    drafts: [
      ...past.map(stillPlanned),
      ...times.flatMap((each) => each.drafts),
      ...dead
        .filter(({values}) => !values.every(({source}) => explained.has(source)))
        .flatMap((problem) => deadLink(problem, statements)),
      ...strays(statements),
    ],
    explained,
  }
}

export function sessionSource({touchpoint: {id, title}}: TouchpointItem): FindingSource {
  return {kind: 'session', id, name: title}
}

function stillPlanned(session: TouchpointItem): Draft {
  const {title, timeZone} = session.touchpoint
  return {
    code: 'still-planned',
    level: 'warning',
    sources: [sessionSource(session)],
    dates: [dateIn(session.span.startMs, timeZone)],
    message: (date) =>
      `"${title}" was on ${date} and is still ${statusNames.planned}. Set its status to ${statusNames.held} or ${statusNames.cancelled}.`,
  }
}

/** Compares the sessions of a series with the events of one feed that have their titles or UIDs. */
function timesOf(
  id: string,
  sessions: readonly TouchpointItem[],
  {items, now}: Statements,
): {drafts: Draft[]; ids: string[]} {
  const [first] = sessions
  const taking = sessions.filter(({touchpoint}) => touchpoint.status !== 'cancelled')
  if (!first || taking.length < 3) return {drafts: [], ids: []}
  const {seriesTitle, timeZone} = first.touchpoint
  const title = seriesTitle ?? first.title
  const meeting = {title, uids: taking.flatMap(({touchpoint}) => touchpoint.eventUid ?? [])}
  const bases = new Set(meeting.uids.map((uid) => lineageOf(uid).base))
  const match = matchOf(
    meeting,
    taking.map(({span}) => span.startMs),
    items.filter((item) => item.feed.own || bases.has(baseOf(item))),
    timeZone,
  )
  const announced: FindingSource = {kind: 'session', id, name: title}
  const drafts = match ? timeDrafts(announced, match, {now, zone: timeZone}) : []
  const whole = drafts.filter(({level}) => level !== 'info')
  return {drafts: whole, ids: whole.length > 0 ? sessions.map(({key}) => key) : []}
}

/** A calendar that still has the series took these dates out. Otherwise the series was created again. */
function deadLink(
  {values, message}: DisagreementProblem,
  {sessions, items, now}: Statements,
): Draft[] {
  const some = sessions.filter(({key}) => values.some(({source}) => source === key))
  const [first] = some
  if (!first) return []
  const bases = new Set(values.map(({value}) => lineageOf(value).base))
  const goesOn = items.find((item) => item.span.startMs > now && bases.has(baseOf(item)))
  const dates = some.map(({span, touchpoint}) => dateIn(span.startMs, touchpoint.timeZone))
  const common = {level: 'warning' as const, sources: some.map(sessionSource), dates}
  if (!goesOn) {
    const about = some.length > 1 ? [...bases][0] : undefined
    const {seriesId, seriesTitle} = first.touchpoint
    const ofSeries: FindingSource[] =
      some.length > 1 && seriesId
        ? [{kind: 'session', id: seriesId, name: seriesTitle ?? first.title}]
        : common.sources
    return [
      {
        ...common,
        code: 'dead-link',
        sources: ofSeries,
        message: () => message,
        ...(about && {about}),
      },
    ]
  }
  const {feed} = goesOn
  const calendar: FindingSource = {kind: 'calendar', id: feed.id, name: feed.title}
  return [
    {
      ...common,
      code: 'removed',
      sources: [...common.sources, calendar],
      message: (list) =>
        `The calendar "${feed.title}" has no event for "${first.title}" on ${list}, although it has the other dates of its series. Cancel the session, or add the date to the calendar.`,
    },
  ]
}

/** The merge looks for a moved event on the same day, up to two hours away. */
const reportedByMerge = 2 * hour
const longestMove = 7 * day

/** A session without an event, and a single event of an own calendar with its title on another day. */
function strays({upcoming, items}: Statements): Draft[] {
  const bases = Map.groupBy(items, baseOf)
  const alone = upcoming.filter(({calendarIds}) => calendarIds.length === 0)
  const single = items.filter((item) => item.feed.own && bases.get(baseOf(item))?.length === 1)
  return alone.flatMap((event): Draft[] => {
    if (event.kind !== 'touchpoint' || event.status === 'cancelled') return []
    const at = Date.parse(event.start)
    const key = titleKey(event.title)
    const found = single.find(({title, span, occurrence}) => {
      const distance = Math.abs(span.startMs - at)
      const isNear = distance > reportedByMerge && distance <= longestMove
      return isNear && occurrence.status !== 'cancelled' && key !== '' && titleKey(title) === key
    })
    if (!found) return []
    const {feed, span} = found
    return [
      {
        code: 'possible-move',
        level: 'warning',
        sources: [
          {kind: 'session', id: event.touchpoint.id, name: event.title},
          {kind: 'calendar', id: feed.id, name: feed.title},
        ],
        dates: [event.start.slice(0, 10), span.start.slice(0, 10)],
        message: () =>
          `The session "${event.title}" starts at ${event.start}, but the calendar "${feed.title}" has it at ${span.start}. Both are shown. If it was moved, correct the other one and link the session to the event.`,
      },
    ]
  })
}
