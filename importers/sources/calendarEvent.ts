import {type Cadence, weekdayNames, weekdayOf} from '@touchpoints/calendar/time'

import {addOrganizer} from './calendarOrganizer.ts'
import {addSession} from './calendarSession.ts'
import {addChannel} from './channels.ts'
import {type EventMoment, eventMoment, minutesBetween} from './eventMoment.ts'
import {eventLinks} from './eventLinks.ts'
import {type ExceptionsReading, readExceptions} from './eventExceptions.ts'
import {type Event, type EventContext, seriesKey} from './eventParts.ts'
import {reference, slugField} from './groupId.ts'
import type {PlanBuilder} from './planBuilder.ts'
import {readRules} from './recurrenceRules.ts'
import {itemsOf, lineOf, otherFields, type SourceNode, sourceText, textOf} from './sourceNode.ts'
import {storedCadence} from './storedCadence.ts'

const eventFields: ReadonlySet<string> = new Set(
  'uid title description location created_on last_modified_on start end status organizer recurrence_rules exceptions transparency'.split(
    ' ',
  ),
)

/** Adds an event of a calendar: a series if it repeats, else a session. */
export function addEvent(
  node: SourceNode,
  group: {id: string; name: string},
  {out, context}: EventContext,
): void {
  const title = textOf(node.fields.get('title'))
  const start = eventMoment(node.fields.get('start'))
  if (title === undefined || start === undefined) {
    out.leftover(node.line, sourceText(node), 'The event has no title, or no start that is a date.')
    return
  }
  const minutes = minutesBetween(start, eventMoment(node.fields.get('end')))
  const event = {node, title: lineOf(title), group, start, minutes}
  if (itemsOf(node, 'recurrence_rules').length > 0) addSeries(event, {out, context})
  else addSession(event, {out, context})
  addOrganizer(node.fields.get('organizer'), group, out)
  for (const {name, node: other} of otherFields(node, eventFields)) {
    out.leftover(
      other.line,
      `${title}: ${name}: ${sourceText(other)}`,
      'Series have no field for this.',
    )
  }
}

function addSeries(event: Event, {out, context}: EventContext): void {
  const {node, title, group, minutes} = event
  const links = eventLinks(node)
  const cadence = cadenceOf(event)
  const isOver =
    textOf(node.fields.get('status')) === 'cancelled' ||
    (cadence.kind === 'cadence' &&
      cadence.cadence.slots.every(({endDate}) => endDate && endDate < context.asOf))
  const key = uniqueKey(seriesKey(group, title), out)
  const id = out.add(
    'series',
    `series-${key}`,
    {
      title,
      slug: slugField(key),
      group: reference(group.id),
      meets: 'standing',
      lifecycle: isOver ? 'ended' : 'active',
      minutes,
      ...(cadence.kind === 'cadence'
        ? {cadence: storedCadence(cadence.cadence)}
        : // Whether the entry is a meeting at all is open. Its words come with the answer.
          {cadenceText: event.start.kind === 'day' ? undefined : lineOf(cadence.words)}),
      description: links.description,
      defaultLinks: links.links && {_type: 'meetingLinks', ...links.links},
    },
    node.line,
  )
  const status = textOf(node.fields.get('status'))
  if (status !== undefined && status !== 'cancelled' && status !== 'confirmed') {
    const at = node.fields.get('status')?.line ?? node.line
    out.leftover(at, `${title}: status: ${status}`, 'Series have no field for this.')
  }
  const line = node.fields.get('recurrence_rules')?.line ?? node.line
  if (cadence.kind === 'open') {
    out.finding({
      code: cadence.code,
      kind: 'ask',
      line,
      document: id,
      message: `“${title}”: ${cadence.message}`,
      choices: cadence.choices,
    })
  } else reportExceptions(id, event, cadence, out)
  for (const channel of links.channels) addChannel(group.id, channel, out)
}

type EventCadence =
  | {kind: 'cadence'; cadence: Cadence; exceptions: ExceptionsReading}
  | {
      kind: 'open'
      code: 'which-zone' | 'which-dates' | 'uncertain'
      words: string
      message: string
      choices: {label: string; set: Record<string, unknown>}[]
    }

function cadenceOf(event: Event): EventCadence {
  const {node, start} = event
  const words = ruleWords(node, start)
  if (start.kind === 'day') {
    return {
      kind: 'open',
      code: 'uncertain',
      words,
      message: `The entry is all day (${words}). Is it a meeting? If it is, write its hour in the Studio. If it is a reminder, drop it.`,
      choices: [
        {label: 'It is a meeting, keep its dates in words', set: {cadenceText: lineOf(words)}},
      ],
    }
  }
  if (start.kind === 'no-zone') return openZone(event, start, words)
  const reading = withZone(node, start)
  if (reading !== undefined) return reading
  return {
    kind: 'open',
    code: 'which-dates',
    words,
    message: `A slot cannot say “${words}”. Write the dates in the Studio.`,
    choices: [],
  }
}

function withZone(
  node: SourceNode,
  {date, time, timeZone}: {date: string; time: string; timeZone: string},
): Extract<EventCadence, {kind: 'cadence'}> | undefined {
  const start = {date, time, timeZone, weekday: weekdayOf(date)}
  const reading = readRules(itemsOf(node, 'recurrence_rules'), start)
  if (reading.kind === 'unknown') return undefined
  const exceptions = readExceptions(node.fields.get('exceptions'), reading.slots)
  const cadence = {slots: reading.slots, exceptions: exceptions.skipped, breaks: []}
  return {kind: 'cadence', cadence, exceptions}
}

function openZone(
  {node}: Event,
  start: Extract<EventMoment, {kind: 'no-zone'}>,
  words: string,
): EventCadence {
  const choices = start.candidates.flatMap((timeZone) => {
    const reading = withZone(node, {...start, timeZone})
    if (!reading) return []
    const set = {cadence: storedCadence(reading.cadence), cadenceText: null}
    return [{label: timeZone, set}]
  })
  const message =
    start.zone === undefined
      ? `In which time zone is ${start.time}? The file does not say.`
      : start.instant === undefined
        ? `“${start.zone}” is no zone that is known, or has several clocks.`
        : `“${start.zone}” is an offset, and its clock may change in summer. Which zone is meant?`
  return {kind: 'open', code: 'which-zone', words, message, choices}
}

function reportExceptions(
  id: string,
  {node, title}: Event,
  {cadence, exceptions}: Extract<EventCadence, {kind: 'cadence'}>,
  out: PlanBuilder,
): void {
  const line = node.fields.get('exceptions')?.line ?? node.line
  if (exceptions.otherHours.length > 0) {
    const days = exceptions.otherHours.map(({date}) => date).join(' and ')
    const hour = exceptions.otherHours[0]?.written ?? ''
    out.finding({
      code: 'corrected',
      kind: 'verify',
      line,
      document: id,
      message: `“${title}”: the exceptions have the hour ${hour}, which is not the hour of the meeting. The days were used: no meeting on ${days}.`,
      choices: [
        {label: `No meeting on ${days}`, set: {cadence: storedCadence(cadence)}},
        {
          label: 'The meetings take place',
          set: {cadence: storedCadence({...cadence, exceptions: []})},
        },
      ],
    })
  }
  for (const {text, why} of exceptions.unused) out.leftover(line, `${title}: ${text}`, why)
}

/** Returns the rules in words, for a text or a question. */
function ruleWords(node: SourceNode, start: EventMoment): string {
  const rules = itemsOf(node, 'recurrence_rules').map((rule) => {
    const get = (field: string) => textOf(rule.fields.get(field))
    const interval = Number(get('interval') ?? '1')
    const unit = {daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year'}[
      get('frequency') ?? ''
    ]
    const every = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`
    const day = unit === 'week' ? ` on ${weekdayNames[weekdayOf(start.date)]}` : ''
    const count = get('count')
    const rest = otherFields(rule, new Set(['frequency', 'interval', 'count', 'until']))
    const more = rest.map(({name, node: each}) => `, ${name} ${sourceText(each)}`).join('')
    const end = get('until') ? `, until ${get('until')?.slice(0, 10)}` : ''
    return `${every}${day}${more}${count ? `, ${count} times` : ''}${end}`
  })
  const hour = start.kind === 'day' ? 'all day' : start.time
  return `${rules.join(' and ')}, ${hour}, from ${start.date}`
}

function uniqueKey(key: string, out: PlanBuilder): string {
  let number = 1
  const numbered = () => (number === 1 ? key : `${key}-${number}`)
  while (out.has(`series-${numbered()}`)) number += 1
  return numbered()
}
