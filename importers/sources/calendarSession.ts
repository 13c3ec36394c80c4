import {momentText} from '@touchpoints/calendar/rhythm'
import {wallClock} from '@touchpoints/calendar/time'

import {slugOf} from '../plan/documentId.ts'
import {eventLinks} from './eventLinks.ts'
import {type EventMoment, instantOf} from './eventMoment.ts'
import {type Event, type EventContext, seriesKey} from './eventParts.ts'
import {reference, slugField} from './groupId.ts'
import {lineOf, textOf} from './sourceNode.ts'

const sessionStatuses: ReadonlySet<string> = new Set(['cancelled', 'confirmed', 'tentative'])

/** Adds an event that does not repeat as a session of the group's meetings. */
export function addSession(event: Event, {out, context}: EventContext): void {
  const {node, title, group, start, minutes} = event
  const at = startOf(start)
  if (at === undefined) {
    const reason = 'A session needs an hour and a zone. Create it by hand.'
    out.leftover(node.line, `${title}: ${start.date}`, reason)
    return
  }
  const {instant, timeZone, date} = at
  const series = out.add(
    'series',
    `series-${seriesKey(group, 'meetings')}`,
    {
      title: lineOf(`${group.name} meetings`),
      slug: slugField(seriesKey(group, 'meetings')),
      group: reference(group.id),
      meets: 'scheduled',
      lifecycle: 'active',
    },
    node.line,
  )
  const key = `${slugOf(title).slice(0, 80)}-${date}`
  const links = eventLinks(node)
  const status = textOf(node.fields.get('status'))
  const id = out.add(
    'touchpoint',
    `touchpoint-${key}`,
    {
      title,
      slug: slugField(key),
      series: reference(series),
      schedule: {
        _type: 'schedule',
        start: instant,
        timeZone,
        ...(minutes !== undefined && {minutes}),
      },
      status: sessionStatus(status, date < context.asOf),
      summary: links.description,
      links: links.links && {_type: 'meetingLinks', ...links.links},
    },
    node.line,
  )
  if (status !== undefined && !sessionStatuses.has(status)) {
    const at = node.fields.get('status')?.line ?? node.line
    out.leftover(at, `${title}: status: ${status}`, 'Sessions have no such status.')
  }
  if (start.kind === 'no-zone') verifyOffset(id, event, {start, instant, out, context})
  if (status === 'tentative' && date < context.asOf) {
    out.finding({
      code: 'uncertain',
      kind: 'verify',
      line: node.fields.get('status')?.line ?? node.line,
      document: id,
      message: `“${title}” was tentative, and its day is over. It was read as held.`,
      choices: [
        {label: 'It was held', set: {status: 'held'}},
        {label: 'It was canceled', set: {status: 'cancelled'}},
      ],
    })
  }
  if (minutes !== undefined) return
  out.finding({
    code: 'uncertain',
    kind: 'ask',
    line: node.line,
    document: id,
    message: `“${title}” (${momentText(instant, timeZone)}) has no end. How long is it?`,
    choices: [30, 60, 90].map((length) => ({
      label: `${length} minutes`,
      set: {
        schedule: {_type: 'schedule', start: instant, timeZone, minutes: length},
      },
    })),
  })
}

/** Returns the instant of a start, and its day as the source writes it. */
function startOf(
  start: EventMoment,
): {instant: string; timeZone: string; date: string} | undefined {
  if (start.kind === 'day') return undefined
  if (start.kind === 'no-zone') {
    const {instant, date} = start
    return instant === undefined ? undefined : {instant, timeZone: 'UTC', date}
  }
  const instant = instantOf(start)
  if (instant === undefined) return undefined
  return {instant, timeZone: start.timeZone, date: wallClock(instant, start.timeZone).date}
}

/** "planned" is a tentative session, as the Studio says it. */
function sessionStatus(status: string | undefined, isOver: boolean): string {
  if (status === 'cancelled') return 'cancelled'
  if (isOver) return 'held'
  return status === 'confirmed' ? 'confirmed' : 'planned'
}

interface Offset extends EventContext {
  start: Extract<EventMoment, {kind: 'no-zone'}>
  instant: string
}

/** An offset gives the instant, and not the place that the session is announced for. */
function verifyOffset(id: string, event: Event, {start, instant, out, context}: Offset): void {
  const {node, title, minutes} = event
  const {homeZone} = context
  const zones = new Set([...start.candidates, ...(homeZone === undefined ? [] : [homeZone]), 'UTC'])
  out.finding({
    code: 'which-zone',
    kind: 'verify',
    line: node.fields.get('start')?.line ?? node.line,
    document: id,
    message: `“${title}” has the offset “${start.zone}” and no zone. Its instant is right, and UTC was used. In which zone is it announced?`,
    choices: [...zones].map((timeZone) => ({
      label: timeZone,
      set: {
        schedule: {
          _type: 'schedule',
          start: instant,
          timeZone,
          ...(minutes !== undefined && {minutes}),
        },
      },
    })),
  })
}
