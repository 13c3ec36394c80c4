import {momentText, zoneMeaning} from '@touchpoints/calendar/rhythm'
import {isTimeZone, wallClock} from '@touchpoints/calendar/time'
import type {Occurrence} from '@touchpoints/calendar'

import {slugOf} from '../plan/documentId.ts'
import type {Choice} from '../plan/plan.ts'
import type {ReadContext} from '../plan/sourceReader.ts'
import {instantOf} from './eventMoment.ts'
import {fitCadence} from './fitCadence.ts'
import {reference, slugField} from './groupId.ts'
import type {EventProperties} from './icsProperties.ts'
import type {PlanBuilder} from './planBuilder.ts'
import {lineOf} from './sourceNode.ts'
import {storedCadence} from './storedCadence.ts'

export interface EventContext {
  /** Undefined for an event without a UID. */
  properties: EventProperties | undefined
  line: number
  /** UTC instant: the end of the window that the dates are from. */
  to: string
  /** Zone of the whole calendar. Only offered, because a local time has none. */
  calendarZone: string | undefined
  context: ReadContext
  out: PlanBuilder
}

/** Sessions of one event that follows no rule. */
const maxSessions = 60
/** Lengths that are offered for an event without an end. */
const lengths = [30, 60, 90]

/** Adds an event of a calendar file: a series, with a cadence or with its sessions. */
export function addIcsEvent(dates: readonly Occurrence[], event: EventContext): void {
  const {properties, line, context, out} = event
  const held = dates.filter(({status}) => status !== 'cancelled')
  const [first] = held
  if (first === undefined) {
    const title = dates[0]?.title ?? ''
    leftOut(title, 'Every date of this event is canceled.', {...event, dated: dates[0]})
    return
  }
  const title = lineOf(first.title) || 'Meeting'
  if (first.classification !== undefined) {
    // Its text and its people are private, so the plan does not repeat them.
    const reason = `Its organizer marked this event as ${first.classification}.`
    out.leftover(line, title, reason)
    return
  }
  if (first.allDay) {
    const reason = 'The event has no hour. Create its series by hand.'
    leftOut(`${title}: ${first.start}`, reason, {...event, dated: first})
    return
  }
  const key = uniqueKey(slugOf(title).slice(0, 80), out)
  const length = minutesOf(first)
  const minutes = properties?.hasEnd !== false && length >= 1 && length <= 1440 ? length : undefined
  const zone = first.timeZone ?? 'UTC'
  const cadence = first.floating ? undefined : cadenceIn(held, zone, event)
  const open = first.floating ? zoneChoices(held, event) : []
  const isOpen = open.some(({cadence: each}) => each !== undefined)
  const isOver = held.every(({start}) => start.slice(0, 10) < context.asOf)
  const series = out.add(
    'series',
    `series-${key}`,
    {
      title,
      slug: slugField(key),
      meets: cadence || isOpen ? 'standing' : 'scheduled',
      lifecycle: isOver ? 'ended' : 'active',
      minutes,
      cadence: cadence && storedCadence(cadence),
      cadenceText: isOpen ? writtenRhythm(held, properties) : undefined,
      description: first.description?.trim().slice(0, 5000) || undefined,
      defaultLinks: first.joinUrl && {_type: 'meetingLinks', join: first.joinUrl},
    },
    line,
  )
  if (minutes === undefined) askLength(series, title, event)
  if (isOpen) {
    const choices = open.flatMap(({timeZone, cadence: each}): Choice[] =>
      each === undefined
        ? []
        : [{label: timeZone, set: {cadence: storedCadence(each), cadenceText: null}}],
    )
    askZone(series, title, {choices, event})
  }
  listRest(title, first, event)
  if (cadence || isOpen) return
  addSessions(held.slice(0, maxSessions), {series, title, key, minutes, event})
  if (held.length > maxSessions) {
    const reason = `Only the first ${maxSessions} of ${held.length} dates are sessions: no cadence gives them.`
    out.leftover(line, title, reason)
  }
}

interface Sessions {
  series: string
  title: string
  key: string
  minutes: number | undefined
  event: EventContext
}

function addSessions(
  held: readonly Occurrence[],
  {series, title, key, minutes, event}: Sessions,
): void {
  const {line, context, out, properties} = event
  for (const each of held) {
    const topics = [...new Set(each.categories.slice(0, 20).map(lineOf))]
    const date = each.floating
      ? each.start.slice(0, 10)
      : wallClock(each.start, each.timeZone ?? 'UTC').date
    const schedule = (start: string, timeZone: string, length = minutes) => ({
      _type: 'schedule',
      start,
      timeZone,
      ...(length !== undefined && {minutes: length}),
    })
    const timeZone = each.timeZone ?? 'UTC'
    const isConfirmed = properties?.status === 'confirmed'
    const id = out.add(
      'touchpoint',
      `touchpoint-${key}-${date}`,
      {
        title,
        slug: slugField(`${key}-${date}`),
        series: reference(series),
        schedule: each.floating ? undefined : schedule(each.start, timeZone),
        status: date < context.asOf ? 'held' : isConfirmed ? 'confirmed' : 'planned',
        topics: topics.length > 0 ? topics : undefined,
      },
      line,
    )
    if (each.floating) {
      const choices = zoneChoices([each], event).flatMap(({timeZone: zone, starts: [start]}) =>
        start === undefined
          ? []
          : [
              {
                label: `${zone} (${momentText(start.start, 'UTC')})`,
                set: {schedule: schedule(start.start, zone)},
              },
            ],
      )
      askZone(id, title, {choices, event})
    } else if (minutes === undefined) {
      out.finding({
        code: 'uncertain',
        kind: 'ask',
        line,
        document: id,
        message: `“${title}” has no end. How long is it?`,
        choices: lengths.map((length) => ({
          label: `${length} minutes`,
          set: {schedule: schedule(each.start, timeZone, length)},
        })),
      })
    }
  }
}

function askLength(series: string, title: string, {line, out}: EventContext): void {
  out.finding({
    code: 'uncertain',
    kind: 'verify',
    line,
    document: series,
    message: `“${title}” has no end, so its usual length was left out.`,
    choices: lengths.map((minutes) => ({label: `${minutes} minutes`, set: {minutes}})),
  })
}

function askZone(
  document: string,
  title: string,
  {choices, event}: {choices: readonly Choice[]; event: EventContext},
): void {
  const {properties, line, out} = event
  const zone = properties?.zone
  const message =
    zone === undefined
      ? `“${title}” has a local time without a zone. Which zone is meant?`
      : `“${title}”: “${zone}” is no zone that is known, or has several clocks. Which one is meant?`
  out.finding({code: 'which-zone', kind: 'ask', line, document, message, choices})
}

interface ZoneChoice {
  timeZone: string
  starts: {start: string; from?: string}[]
  cadence: ReturnType<typeof fitCadence>
}

/** Reads local times in each zone that could be meant. */
function zoneChoices(
  held: readonly Occurrence[],
  {properties, calendarZone, context, to}: EventContext,
): ZoneChoice[] {
  const meaning = zoneMeaning(properties?.zone ?? '')
  const written = meaning?.kind === 'ambiguous' ? meaning.candidates : []
  const offered = [calendarZone, context.homeZone, 'UTC'].flatMap((zone) =>
    zone !== undefined && isTimeZone(zone) ? [zone] : [],
  )
  return [...new Set(written.length > 0 ? written : offered)].map((timeZone) => {
    const starts = held.flatMap(({start, recurrenceId}) => {
      const at = inZone(start, timeZone)
      const from = recurrenceId === undefined ? undefined : inZone(recurrenceId, timeZone)
      return at === undefined ? [] : [{start: at, ...(from !== undefined && {from})}]
    })
    return {timeZone, starts, cadence: fitCadence(starts, {timeZone, to})}
  })
}

function inZone(local: string, timeZone: string): string | undefined {
  const [date = '', time = ''] = local.split('T')
  return instantOf({date, time: time.slice(0, 5), timeZone})
}

function cadenceIn(held: readonly Occurrence[], timeZone: string, {to}: EventContext) {
  const isRepeated = held[0]?.recurrenceId !== undefined || held.length > 1
  const starts = held.map(({start, recurrenceId}) => ({
    start,
    ...(recurrenceId && {from: recurrenceId}),
  }))
  return isRepeated ? fitCadence(starts, {timeZone, to}) : undefined
}

function writtenRhythm(
  held: readonly Occurrence[],
  properties: EventProperties | undefined,
): string {
  const dates = held.slice(0, 3).map(({start}) => start.slice(0, 10))
  const time = held[0]?.start.slice(11, 16) ?? ''
  return lineOf([time, properties?.zone, `on ${dates.join(', ')} …`].filter(Boolean).join(' '))
}

function minutesOf({start, end, floating}: Occurrence): number {
  const [from, to] = [start, end].map((each) => Date.parse(floating ? `${each}Z` : each))
  return Math.round(((to ?? 0) - (from ?? 0)) / 60_000)
}

interface LeftOutEvent extends Pick<EventContext, 'properties' | 'line' | 'out'> {
  /** One of its dates, with decoded texts. Undefined for an event without a valid date. */
  dated: Occurrence | undefined
}

/** Lists an event that is not imported, with what else it says. */
export function leftOut(
  text: string,
  reason: string,
  {properties, line, out, dated}: LeftOutEvent,
): void {
  out.leftover(line, text, reason)
  if (!properties) return
  if (dated?.classification !== undefined) return
  const {location, description, url, categories} = dated ?? properties
  const facts = {Place: location, Text: description, Link: url, Topics: categories.join(', ')}
  for (const [name, value] of Object.entries(facts)) {
    if (value) out.leftover(line, `${text}: ${name}: ${value}`, 'Its event was not imported.')
  }
  const organizer = dated?.organizer?.name ?? properties.organizer
  listPeople(text, 'Its event was not imported.', {
    properties: {...properties, organizer},
    line,
    out,
  })
}

/** Lists what no field of a series and its sessions has. */
function listRest(title: string, first: Occurrence, event: EventContext): void {
  const {properties, line, out} = event
  if (first.location && first.location !== first.joinUrl) {
    out.leftover(line, `${title}: ${first.location}`, 'Series have no field for a place.')
  }
  if (first.url && first.url !== first.joinUrl) {
    const reason = 'Series have no field for another link. Add it to the description.'
    out.leftover(line, `${title}: ${first.url}`, reason)
  }
  if (!properties) return
  if (properties.status === 'tentative') {
    out.leftover(line, `${title}: tentative`, 'Series have no field for this.')
  }
  if (first.categories.length > 0) {
    const reason = 'Series have no field for topics. Sessions have them.'
    out.leftover(line, `${title}: ${first.categories.join(', ')}`, reason)
  }
  const reason =
    'An organizer can be a person, a list or a room. Add a person to the roles of a group.'
  listPeople(title, reason, {properties, line, out})
}

/** Attendees are private, so the plan has their number only. So is the mail address of an organizer. */
function listPeople(
  title: string,
  reason: string,
  {
    properties: {organizer, hasOrganizer, attendees},
    line,
    out,
  }: {properties: EventProperties; line: number; out: PlanBuilder},
): void {
  if (hasOrganizer) {
    const isName = organizer !== undefined && !organizer.includes('@')
    const name = isName ? organizer : 'a mail address without a name'
    out.leftover(line, `${title}: Organizer: ${name}`, reason)
  }
  if (attendees === 0) return
  const were = attendees === 1 ? '1 attendee was' : `${attendees} attendees were`
  const why = 'Names and mail addresses of attendees are private.'
  out.leftover(line, `${title}: ${were} not imported`, why)
}

function uniqueKey(key: string, out: PlanBuilder): string {
  let number = 1
  const numbered = () => (number === 1 ? key : `${key}-${number}`)
  while (out.has(`series-${numbered()}`)) number += 1
  return numbered()
}
