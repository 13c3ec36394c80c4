import {type Occurrence, parseCalendar} from '@touchpoints/calendar'

import {askAudiences} from './audience.ts'
import {slugOf} from '../plan/documentId.ts'
import type {ImportPlan} from '../plan/plan.ts'
import type {ReadContext, SourceFile, SourceReader} from '../plan/sourceReader.ts'
import {fitCadence} from './fitCadence.ts'
import {reference, slugField} from './groupId.ts'
import {createPlanBuilder, type PlanBuilder} from './planBuilder.ts'
import {lineOf} from './sourceNode.ts'
import {storedCadence} from './storedCadence.ts'

/**
 * Reads a calendar file.
 *
 * An address becomes a calendar document: the loader merges the live feed, and a copy of its events would
 * be out of date the day after. A file has no address, so its events become series and sessions.
 */
export const icsReader: SourceReader = {
  name: 'a calendar file',
  accepts: ({text}) => /^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text.slice(0, 200)),
  read: (file, context) =>
    /^https:\/\//i.test(file.path) ? calendarDocument(file) : readEvents(file, context),
}

function calendarDocument(file: SourceFile): ImportPlan {
  const out = createPlanBuilder(file)
  const title = lineOf(parseCalendar(file.text).title ?? '') || new URL(file.path).hostname
  const [, zone] = /^X-WR-TIMEZONE:([A-Za-z_+-]+\/[A-Za-z_/+-]+)\s*$/im.exec(file.text) ?? []
  const id = out.add(
    'calendar',
    `calendar-${slugOf(title)}`,
    {
      title,
      slug: slugField(slugOf(title)),
      ownership: 'own',
      feedUrl: file.path,
      color: '#0b57d0',
      timeZone: zone,
      enabled: true,
    },
    1,
  )
  out.finding({
    code: 'uncertain',
    kind: 'verify',
    line: 1,
    document: id,
    message: `“${title}” becomes a calendar of the community, and its events come from the feed. Is it yours?`,
    choices: [
      {label: 'It is ours', set: {ownership: 'own'}},
      {label: 'It belongs to others', set: {ownership: 'ofInterest'}},
    ],
  })
  return out.plan()
}

const day = 86_400_000
/** Sessions of one event that follows no rule. */
const maxSessions = 60

function readEvents(file: SourceFile, context: ReadContext): ImportPlan {
  const out = createPlanBuilder(file)
  const calendar = parseCalendar(file.text)
  const now = Date.parse(`${context.asOf}T00:00:00Z`)
  const [from, to] = [now - 366 * day, now + 732 * day].map((ms) => new Date(ms).toISOString())
  const {occurrences} = calendar.between(from ?? '', to ?? '', {limit: 20_000})
  const lines = uidLines(file.text)
  const byUid = Map.groupBy(occurrences, ({uid}) => uid)
  for (const [uid, dates] of byUid) {
    addEvent(dates, {line: lines.get(uid) ?? 1, to: to ?? '', context, out})
  }
  for (const [uid, line] of lines) {
    if (byUid.has(uid)) continue
    out.leftover(
      line,
      uid,
      'Every date of this event is more than a year ago, or more than two years ahead.',
    )
  }
  for (const {message} of calendar.problems.slice(0, 50))
    out.leftover(1, message, 'The calendar file has an error.')
  askAudiences(out)
  return out.plan()
}

interface EventContext {
  line: number
  /** End of the window. */
  to: string
  context: ReadContext
  out: PlanBuilder
}

function addEvent(dates: readonly Occurrence[], {line, to, context, out}: EventContext): void {
  const held = dates.filter(({status}) => status !== 'cancelled')
  const [first] = held
  if (first === undefined) {
    out.leftover(line, dates[0]?.title ?? '', 'Every date of this event is canceled.')
    return
  }
  const title = lineOf(first.title) || 'Meeting'
  if (first.classification !== undefined) {
    out.leftover(line, title, `Its organizer marked this event as ${first.classification}.`)
    return
  }
  if (first.allDay || first.floating) {
    out.leftover(
      line,
      `${title}: ${first.start}`,
      'The event has no hour or no zone. Create its series by hand.',
    )
    return
  }
  const timeZone = first.timeZone ?? 'UTC'
  const key = uniqueKey(slugOf(title).slice(0, 80), out)
  const minutes = Math.round((Date.parse(first.end) - Date.parse(first.start)) / 60_000)
  const isRepeated = first.recurrenceId !== undefined || held.length > 1
  const starts = held.map(({start, recurrenceId}) => ({
    start,
    ...(recurrenceId && {from: recurrenceId}),
  }))
  const cadence = isRepeated ? fitCadence(starts, {timeZone, to}) : undefined
  const isOver = held.every(({start}) => start.slice(0, 10) < context.asOf)
  const series = out.add(
    'series',
    `series-${key}`,
    {
      title,
      slug: slugField(key),
      meets: cadence ? 'standing' : 'scheduled',
      lifecycle: isOver ? 'ended' : 'active',
      minutes: minutes >= 1 && minutes <= 1440 ? minutes : undefined,
      cadence: cadence && storedCadence(cadence),
      description: first.description?.trim().slice(0, 5000) || undefined,
      defaultLinks: first.joinUrl && {_type: 'meetingLinks', join: first.joinUrl},
    },
    line,
  )
  if (first.location && first.location !== first.joinUrl) {
    out.leftover(line, `${title}: ${first.location}`, 'Series have no field for a place.')
  }
  if (cadence) return
  for (const {start} of held.slice(0, maxSessions)) {
    const date = start.slice(0, 10)
    out.add(
      'touchpoint',
      `touchpoint-${key}-${date}`,
      {
        title,
        slug: slugField(`${key}-${date}`),
        series: reference(series),
        schedule: {
          _type: 'schedule',
          start,
          timeZone,
          minutes: Math.min(Math.max(minutes, 1), 1440),
        },
        status: date < context.asOf ? 'held' : 'planned',
      },
      line,
    )
  }
  if (held.length > maxSessions) {
    out.leftover(
      line,
      title,
      `Only the first ${maxSessions} of ${held.length} dates are sessions: no cadence gives them.`,
    )
  }
}

function uniqueKey(key: string, out: PlanBuilder): string {
  let number = 1
  const numbered = () => (number === 1 ? key : `${key}-${number}`)
  while (out.has(`series-${numbered()}`)) number += 1
  return numbered()
}

/** Returns the line of each UID. Long ones are folded, and then have no line. */
function uidLines(text: string): ReadonlyMap<string, number> {
  const found = text
    .split('\n')
    .flatMap((line, index) =>
      /^UID:/i.test(line) ? [[line.slice(4).trim(), index + 1] as const] : [],
    )
  return new Map(found.toReversed())
}
