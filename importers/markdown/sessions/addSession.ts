import {textOf} from '@touchpoints/schemas/reading'
import {line as oneLine} from '@touchpoints/schemas/scalars'

import {slugOf} from '../../plan/documentId.ts'
import {cleanLink} from '../cleanLink.ts'
import {clockTimes, type WrittenZone} from '../clockTimes.ts'
import {reference, slug} from '../collector.ts'
import {type Fact, isPlaceholder} from '../fact.ts'
import {bareLinks} from '../linksIn.ts'
import {addGuests} from '../people.ts'
import {plain} from '../plain.ts'
import {readSchedule} from '../readSchedule.ts'
import type {Context} from '../readers/reader.ts'
import {addSeries, addSlotSeries, regionsIn} from '../series.ts'
import {minutesOfLength} from '../writtenLength.ts'
import {addSessionRecording, recordingPolicy} from './addSessionRecording.ts'
import {readCancellation, withoutCancellation, withoutStruck} from './cancellation.ts'
import type {OwnSeries} from './ownSeries.ts'
import type {SessionField} from './sessionFields.ts'

export type SessionFacts = Partial<Record<SessionField, Fact>>

export interface SessionPlace {
  line: number
  /** Title for a session that names no topic. */
  title?: string
  /** Defaults to `held` for a past session with a topic, else to `planned`. */
  status?: 'confirmed'
  /** Title of the series, if the page or its heading names it. */
  series?: string
  /** The series of the page, if its heading names none. */
  own?: OwnSeries
  /** Zone of times without one. */
  zone?: WrittenZone
  /** Texts about the audience, the nearest first. */
  about: readonly string[]
  agenda?: readonly object[]
}

/**
 * Adds a session with its series, its people and its recording. Returns its id, or undefined for facts without a
 * date. A table, a page of its own and a list of talks all give these facts.
 */
export function addSession(
  written: SessionFacts,
  place: SessionPlace,
  context: Context,
): string | undefined {
  const {out, asOf} = context
  const {line} = place
  const cancellation = readCancellation(written)
  const {facts} = cancellation
  const titled = withoutCancellation(place.title ?? '')
  const canceled = cancellation.words ?? titled.words
  const text = (field: SessionField) => facts[field]?.text ?? ''
  const regions = regionsIn(text('slot'))
  const own = regions.length > 0 || place.series !== undefined ? undefined : place.own
  const hasHour = clockTimes(`${text('date')} ; ${text('time')}`).length > 0
  const usualTime = hasHour || text('time') !== '' ? undefined : own?.rhythm?.time
  const when = withoutStruck(`${text('weekday')} ${text('date')} at ${usualTime ?? text('time')}`)
  const minutes = minutesOfLength(text('length'))
  const time = readSchedule(when.text, line, context, {
    ...(place.zone && {zone: place.zone}),
    ...(minutes !== undefined && {minutes}),
  })
  if (!time) return undefined
  for (const each of when.words)
    out.leftover(line, `~~${each}~~`, 'The page has this date or time struck through.')
  if (minutes !== undefined) out.understood(text('length'))
  else if (!isPlaceholder(text('length')))
    out.leftover(line, text('length'), 'This length is not understood.')
  const {date, schedule} = time
  const topic = plain(isPlaceholder(text('topic')) ? titled.text : text('topic'))
  const isAnnounced = !isPlaceholder(topic)
  const fits = oneLine.safeParse(topic).success
  // Nothing says that a past session without a topic took place.
  const isOpenPast =
    date < asOf && !isAnnounced && canceled === undefined && place.status === undefined
  const open = canceled === undefined ? 'To be announced' : 'Canceled session'
  const title = isAnnounced && fits ? topic : `${open}: ${date}`
  if (isAnnounced && !fits) out.leftover(line, topic, 'This topic is too long for a title.')
  if (hasOtherWords(text('slot'), regions)) {
    out.leftover(line, text('slot'), 'Only regions such as EMEA were imported from this slot.')
  }
  const series = seriesOf(regions, place, context)
  const about = [...place.about, ...(own?.rhythm ? [own.rhythm.fact.text] : [])]
  const policy = recordingPolicy(text('recording'))
  const links = linksOf(facts, context)
  const name = out.uniqueName('touchpoint', date)
  const id = out.add(
    'touchpoint',
    name,
    {
      title,
      slug: slug(`${date} ${title}`),
      series: reference(series),
      schedule,
      status: isOpenPast
        ? undefined
        : statusOf(text('status'), {canceled, isPast: date < asOf}, place),
      topics: isPlaceholder(text('tag')) ? undefined : tags(text('tag')),
      agenda: place.agenda && place.agenda.length > 0 ? place.agenda : undefined,
      summary: isPlaceholder(text('summary')) ? undefined : text('summary'),
      links: Object.keys(links).length > 0 ? {_type: 'meetingLinks', ...links} : undefined,
      chathamHouseRule: policy.chatham ? true : undefined,
      recordingPolicy: policy.none ? 'notRecorded' : undefined,
    },
    line,
  )
  const guests = [
    ...addGuests(facts.guests, 'guest', out),
    ...addGuests(facts.host, 'moderator', out),
  ]
  out.append(id, 'guests', guests, line)
  time.report(id)
  if (usualTime !== undefined && own?.rhythm) {
    const message = `The page gives no hour for ${date}. The session has that of the page's rhythm: "${own.rhythm.words}".`
    out.verify(line, {code: 'uncertain', message, document: id})
  }
  if (time.isUsualLength) context.usualLength.add(id)
  if (isOpenPast) {
    out.ask(line, {
      code: 'not-in-sources',
      message: `The page has no topic for ${date}, which has passed. Did the session take place?`,
      document: id,
      choices: [
        {label: 'It took place', set: {status: 'held'}},
        {label: 'It was canceled', set: {status: 'cancelled'}},
      ],
    })
  }
  if (canceled !== undefined) {
    out.verify(line, {
      code: 'uncertain',
      message: `"${canceled}": the session of ${date} was read as canceled.`,
      document: id,
      choices: (['cancelled', 'held', 'planned'] as const).map((status) => ({
        label: status === 'cancelled' ? 'Canceled' : status === 'held' ? 'Held' : 'Planned',
        set: {status},
      })),
    })
  } else if (!isPlaceholder(text('status')) && !confirmed.test(text('status'))) {
    out.leftover(line, text('status'), 'This is no status of a session.')
  }
  context.audiences.set(id, [text('audience'), ...about].filter(Boolean), line, series)
  context.audiences.set(series, about, line)
  if (text('audience')) out.understood(text('audience'))
  if (isAnnounced)
    addSessionRecording(
      facts.recording,
      {id, name, date, title, line, season: seasonOf(series, date, place, context)},
      context,
    )
  return id
}

const confirmed = /^(?:confirmed|scheduled|planned|held|done|completed)$/i

function statusOf(
  written: string,
  {canceled, isPast}: {canceled: string | undefined; isPast: boolean},
  {status}: SessionPlace,
): string {
  if (canceled !== undefined) return 'cancelled'
  if (status !== undefined) return status
  if (isPast) return 'held'
  return /^confirmed$/i.test(written.trim()) ? 'confirmed' : 'planned'
}

function seriesOf(
  regions: readonly string[],
  {series, line, own}: SessionPlace,
  {out}: Context,
): string {
  if (regions.length > 0) return addSlotSeries([...regions], line, out)
  if (series !== undefined) return addSeries({title: series, meets: 'scheduled'}, line, out)
  const id =
    own === undefined
      ? addSlotSeries([], line, out)
      : addSeries({title: own.title, meets: 'scheduled'}, line, out)
  own?.ids.add(id)
  out.verify(line, {
    code: 'uncertain',
    message:
      own === undefined
        ? 'Nothing names the series of these sessions. It was named "Touchpoints". Enter its name.'
        : `No heading names the series of these sessions. It was named "${own.title}", after the page.`,
    document: id,
  })
  return id
}

/** A season is a year of a series. Series of regions share the name of the page. */
function seasonOf(series: string, date: string, {own}: SessionPlace, {out}: Context): string {
  const document = out.get(series)
  const name = document?.['regions'] === undefined ? textOf(document?.['title']) : own?.title
  return `${name ?? 'Touchpoints'} ${date.slice(0, 4)}`
}

const linkFields = ['agenda', 'rsvp', 'join', 'notes', 'slides'] as const

/** Returns the links of a session. A link on its topic leads to its agenda or its own page. */
function linksOf(facts: SessionFacts, {out}: Context): Record<string, string> {
  const found: Record<string, string> = {}
  const take = (field: (typeof linkFields)[number], fact: Fact | undefined) => {
    for (const link of fact?.links ?? []) {
      const url = found[field] === undefined ? cleanLink(link.url, fact?.line ?? 1, out) : undefined
      if (url !== undefined) found[field] = url
      else out.leftover(fact?.line ?? 1, link.url, `A session has one link for "${field}".`)
    }
    const bare = fact?.links.length === 0 && bareLinks(fact.text)[0]
    if (bare) {
      const url = cleanLink(bare, fact?.line ?? 1, out)
      if (url !== undefined) found[field] ??= url
    }
  }
  for (const field of linkFields) take(field, facts[field])
  for (const link of facts.topic?.links ?? []) {
    const line = facts.topic?.line ?? 1
    const field = topicField(link.text, link.url)
    if (field !== undefined && found[field] === undefined)
      take(field, {text: '', links: [link], line})
    else if (link.url.trim() !== '')
      out.leftover(line, link.url, 'A session has no field for the link on its topic.')
  }
  return found
}

/** A page next to this one and a discussion are the agenda of a session. Any other link needs the name. */
function topicField(text: string, url: string): 'agenda' | 'notes' | undefined {
  if (/\b(?:notes|minutes)\b/i.test(text)) return 'notes'
  const isAgenda =
    /\bagenda\b/i.test(`${text} ${url}`) ||
    /\/discussions\/\d+/.test(url) ||
    (/\.(?:md|markdown)$/i.test(url) && !/^https?:/i.test(url))
  return isAgenda ? 'agenda' : undefined
}

function tags(text: string): string[] {
  return text
    .replaceAll('`', '')
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
}

function hasOtherWords(slot: string, regions: readonly string[]): boolean {
  const words = slot.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && word !== 'and')
  return !isPlaceholder(slot) && words.some((word) => !regions.includes(word.toUpperCase()))
}

/** Returns an item of an agenda. Its kind comes from its first words. */
export function agendaItem(text: string): object {
  const minutes = /\(?(\d{1,3})\s*min(?:utes?)?\.?\)?/i.exec(text)
  const title = plain(text.replace(minutes?.[0] ?? '', '')).replace(/^[-–:,\s]+|[-–:,\s]+$/g, '')
  const kinds = [
    ['questions', /^Q ?& ?A/i],
    ['welcome', /^welcome/i],
    ['updates', /\bupdates?\b/i],
    ['forum', /\bopen\b|\bforum\b/i],
    ['presentation', /\bpresentation\b|\btalk\b/i],
  ] as const
  const kind = kinds.find(([, word]) => word.test(title))?.[0] ?? 'discussion'
  return {
    _type: 'agendaItem',
    _key: slugOf(title),
    title,
    ...(minutes && {minutes: Number(minutes[1])}),
    kind,
  }
}
