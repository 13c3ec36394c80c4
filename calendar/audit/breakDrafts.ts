import {dateIn} from '../merge/time.ts'
import type {CadenceDates} from '../merge/readOwnCalendars.ts'
import type {Draft} from './draft.ts'
import type {FindingSource} from './finding.ts'
import {datesIn, type Statements} from './statements.ts'
import type {Match} from './strands.ts'

/** Returns the drafts for a calendar that still has a meeting in a break of its cadence. Visitors see the event. */
export function breakDrafts(
  source: FindingSource,
  {cadence, dates}: CadenceDates,
  matches: readonly Match[],
  {window, now}: Statements,
): Draft[] {
  if (cadence.cadence.breaks.length === 0) return []
  const known = new Set(dates.map(({span}) => span.startMs))
  const [dated] = datesIn([{...cadence, cadence: {...cadence.cadence, breaks: []}}], window)
  const paused = (dated?.dates ?? []).filter(
    ({span, change}) => !change && span.startMs > now && !known.has(span.startMs),
  )
  const events = matches.flatMap(({strand}) => strand.items)
  return paused.flatMap(({span, slot}): Draft[] => {
    const event = events.find(
      (item) => item.span.startMs === span.startMs && item.occurrence.status !== 'cancelled',
    )
    if (!event) return []
    const {id, title} = event.feed
    return [
      {
        code: 'cancelled',
        level: 'error',
        sources: [source, {kind: 'calendar', id, name: title}],
        dates: [dateIn(span.startMs, slot.timeZone)],
        message: (list) =>
          `The cadence "${cadence.title}" has a break on ${list}, but the calendar "${title}" still has the meeting. Visitors see it. Remove these dates from the calendar, or correct the break.`,
      },
    ]
  })
}
