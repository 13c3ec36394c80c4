import {parseCalendar} from '@touchpoints/calendar'

import {askAudiences} from './audience.ts'
import {slugOf} from '../plan/documentId.ts'
import type {ImportPlan} from '../plan/plan.ts'
import type {ReadContext, SourceFile, SourceReader} from '../plan/sourceReader.ts'
import {slugField} from './groupId.ts'
import {addIcsEvent, leftOut} from './icsEvent.ts'
import {eventProperties} from './icsProperties.ts'
import {createPlanBuilder} from './planBuilder.ts'
import {lineOf} from './sourceNode.ts'

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
  const id = out.add(
    'calendar',
    `calendar-${slugOf(title)}`,
    {
      title,
      slug: slugField(slugOf(title)),
      ownership: 'own',
      feedUrl: file.path,
      color: '#0b57d0',
      timeZone: zoneOf(file),
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

function readEvents(file: SourceFile, context: ReadContext): ImportPlan {
  const out = createPlanBuilder(file)
  const calendar = parseCalendar(file.text)
  const now = Date.parse(`${context.asOf}T00:00:00Z`)
  const [from, to] = [now - 366 * day, now + 732 * day].map((ms) => new Date(ms).toISOString())
  const {occurrences} = calendar.between(from ?? '', to ?? '', {limit: 20_000})
  const known = eventProperties(file.text)
  const calendarZone = zoneOf(file)
  const byUid = Map.groupBy(occurrences, ({uid}) => uid)
  for (const [uid, dates] of byUid) {
    const properties = known.get(uid)
    const line = properties?.line ?? 1
    addIcsEvent(dates, {properties, line, to: to ?? '', calendarZone, context, out})
  }
  const past = calendar.between('1970-01-01T00:00:00Z', from ?? '', {limit: 20_000})
  const pastByUid = new Map(past.occurrences.map((each) => [each.uid, each]))
  for (const [uid, properties] of known) {
    if (byUid.has(uid)) continue
    const dated = pastByUid.get(uid)
    const reason = 'No date of this event could be read from a year ago to two years ahead.'
    leftOut(properties.title ?? uid, reason, {properties, line: properties.line, out, dated})
  }
  for (const [message, same] of Map.groupBy(calendar.problems, (problem) => problem.message)) {
    const count = same.length === 1 ? '' : ` (${same.length} times)`
    const reason = 'The calendar file has an error.'
    out.leftover(same[0]?.line ?? 1, `${message}${count}`, reason)
  }
  askAudiences(out)
  return out.plan()
}

function zoneOf({text}: SourceFile): string | undefined {
  return /^X-WR-TIMEZONE:([A-Za-z_+-]+\/[A-Za-z_/+-]+)\s*$/im.exec(text)?.[1]
}
