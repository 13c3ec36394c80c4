import {titleKey} from '../merge/compareTitles.ts'
import type {MergedEvent} from '../merge/mergedEvent.ts'
import type {DisagreementProblem, ReviewProblem} from '../problems.ts'
import {roomOf} from '../links/index.ts'
import {type Draft, nameOf} from './draft.ts'
import {dateOf, eventSources, meetingKey} from './eventSources.ts'
import type {FindingCode, FindingLevel} from './finding.ts'
import type {Statements} from './statements.ts'

/**
 * Reports sources of one event that contradict each other, and events that may be one.
 *
 * @param explained - Ids of sources with a finding for the whole series, and pairs of them
 */
export function checkMeetings(
  {upcoming, problems, feeds}: Statements,
  explained: ReadonlySet<string>,
): Draft[] {
  const byId = new Map(upcoming.map((event) => [event.id, event]))
  const ofMerge = problems.flatMap((problem): Draft[] => {
    if (problem.kind === 'disagreement') {
      const event = byId.get(problem.eventId)
      return event && !isExplained(event, explained) ? disagreement(problem, event) : []
    }
    if (problem.kind !== 'review') return []
    return problem.code === 'stale-copy'
      ? [staleCopy(problem, feeds)]
      : resemblance(problem, byId, explained)
  })
  return [...ofMerge, ...repeated(upcoming)]
}

function isExplained({sources}: MergedEvent, explained: ReadonlySet<string>): boolean {
  return sources.some(({key}) => explained.has(key))
}

function disagreement({field, values, message}: DisagreementProblem, event: MergedEvent): Draft[] {
  const isCancelled = values.some(({value}) => value === 'cancelled')
  // What a cancelled meeting would have been does not matter.
  if (event.status === 'cancelled' && !isCancelled) return []
  const codeOf = fields[field === 'status' && isCancelled ? 'cancelled' : field]
  if (!codeOf) return []
  return [
    {
      ...codeOf,
      sources: eventSources(event),
      about: meetingKey(event),
      dates: [dateOf(event)],
      message: (dates) => {
        if (field === 'joinUrl') return otherRoom(event, dates)
        return dates.length > 10 ? `${message} Dates: ${dates}.` : message
      },
    },
  ]
}

/** Names no link: a log can be public, and a join link can be for members only. */
function otherRoom(event: MergedEvent, dates: string): string {
  const names = [...new Set(eventSources(event).map(nameOf))].join(' and ')
  return `The join links of "${event.title}" on ${dates} lead to different rooms: those of ${names}. Visitors see the first one. Correct the wrong one.`
}

const fields: Partial<Record<string, {code: FindingCode; level: FindingLevel}>> = {
  start: {code: 'moved', level: 'error'},
  cancelled: {code: 'cancelled', level: 'error'},
  joinUrl: {code: 'other-room', level: 'warning'},
  status: {code: 'differs', level: 'info'},
  title: {code: 'differs', level: 'info'},
  length: {code: 'differs', level: 'info'},
  location: {code: 'differs', level: 'info'},
}

function staleCopy(
  {sources: [feedId = '', uid], dates, message}: ReviewProblem,
  feeds: Statements['feeds'],
): Draft {
  const name = feeds.find(({id}) => id === feedId)?.title ?? feedId
  return {
    code: 'stale-copy',
    level: 'warning',
    sources: [{kind: 'calendar', id: feedId, name}],
    ...(uid && {about: uid}),
    dates,
    message: () => message,
  }
}

function resemblance(
  {code, sources: [first = '', second = ''], message}: ReviewProblem,
  byId: ReadonlyMap<string, MergedEvent>,
  explained: ReadonlySet<string>,
): Draft[] {
  const [a, b] = [byId.get(first), byId.get(second)]
  if (!a || !b || isExplained(a, explained) || isExplained(b, explained)) return []
  if (code !== 'possible-duplicate' && code !== 'possible-move') return []
  // `checkRooms` reports every two events in one room, also within one calendar.
  const room = roomOf(a.joinUrl)
  if (room !== undefined && room === roomOf(b.joinUrl)) return []
  return [pairDraft(code, a, b, () => message)]
}

/** Two events of one calendar with one title and start. The merge never joins events of one calendar. */
function repeated(upcoming: readonly MergedEvent[]): Draft[] {
  const taking = upcoming.filter(
    ({status, title}) => status !== 'cancelled' && titleKey(title) !== '',
  )
  const same = Map.groupBy(taking, ({start, title}) => `${start} ${titleKey(title)}`)
  return [...same.values()].flatMap(([a, b]) => {
    if (!a || !b || !a.calendarIds.some((id) => b.calendarIds.includes(id))) return []
    const room = roomOf(a.joinUrl)
    if (room !== undefined && room === roomOf(b.joinUrl)) return []
    return [
      pairDraft(
        'possible-duplicate',
        a,
        b,
        (dates) =>
          `One calendar has "${a.title}" twice at the same time on ${dates}, and both are shown. It was probably created again. Delete the old one.`,
      ),
    ]
  })
}

function pairDraft(
  code: 'possible-duplicate' | 'possible-move',
  a: MergedEvent,
  b: MergedEvent,
  message: Draft['message'],
): Draft {
  return {
    code,
    level: 'warning',
    sources: [...eventSources(a), ...eventSources(b)],
    about: [...new Set([meetingKey(a), meetingKey(b)])].toSorted().join('+'),
    dates: [dateOf(a)],
    message,
  }
}
