import {labeled} from '@touchpoints/words/plain'
import type {PublishedCalendar, PublishedEvent, SafeUrl} from 'touchpoints/events-json'

import {extraLines} from './extraLines.ts'
import {h, link, type Markup, text} from './markup.ts'
import {badgeOf, type DisplayOptions, momentText, shortMomentText, timesText} from './words.ts'

export interface CardOptions extends DisplayOptions {
  /** Milliseconds since the epoch. */
  now: number
  calendars: readonly PublishedCalendar[]
  /** Returns the URL of one event's `.ics` file. Undefined if the source of the events has no such files. */
  fileUrl: ((event: PublishedEvent) => SafeUrl | undefined) | undefined
  /** Names of the values in `extra` that are shown. */
  extra: readonly string[]
  /** Date of the heading above, `YYYY-MM-DD`. */
  date?: string
}

/** Describes one event of an agenda: time, title, place, people and links. */
export function eventCard(event: PublishedEvent, options: CardOptions): Markup {
  const {calendars, date} = options
  const sources = calendars.filter(({id}) => event.calendars.includes(id)).map(swatch)
  return eventItem(event, options, timesText(event, options, date), [
    ...notes(event, options),
    ...line('note sources', sources),
    ...line('actions', actions(event, options)),
  ])
}

/** Describes one event of a list, in one line: date, time and title. */
export function eventLine(event: PublishedEvent, options: CardOptions): Markup {
  const lines = extraLines(event, options.extra)
  return eventItem(event, options, shortMomentText(event, options), lines)
}

function eventItem(
  event: PublishedEvent,
  options: CardOptions,
  times: string,
  more: readonly (Markup | false)[],
): Markup {
  const {now, words} = options
  const badge = badgeOf(event, now, options)
  const cancelled = event.status === 'cancelled'
  return h(
    'li',
    {
      class: `event ${cancelled ? 'cancelled-event' : ''}`,
      part: 'event',
      'data-event': event.id,
    },
    h('p', {class: 'times'}, h('time', {datetime: event.start}, times)),
    h(
      'div',
      {class: 'what'},
      h(
        'p',
        {class: 'title'},
        link(event.url, event.title, {'data-key': `title ${event.id}`}),
        ' ',
        badge && h('span', {class: `badge ${badge.name}`}, badge.text),
        ' ',
        event.audience === 'members' && h('span', {class: 'badge'}, words.say('members')),
      ),
      ...more,
    ),
  )
}

/** Describes the next event, or one in progress. */
export function nextCard(event: PublishedEvent, badge: Markup, options: NextOptions): Markup {
  const {words, canJoin} = options
  const join = canJoin && event.joinUrl
  const key = `join ${event.id}`
  return h(
    'div',
    {class: 'card', part: 'event', 'data-event': event.id},
    h('p', {class: 'status', 'aria-live': 'polite'}, badge),
    h('p', {class: 'title'}, link(event.url, event.title, {'data-key': `title ${event.id}`})),
    h('p', {class: 'times'}, h('time', {datetime: event.start}, momentText(event, options))),
    ...notes(event, options),
    ...line(
      'actions',
      join ? [link(join, words.say('join'), {'data-key': key, part: 'action'})] : [],
    ),
  )
}

interface NextOptions extends DisplayOptions {
  extra: readonly string[]
  canJoin: boolean
}

/** Describes a calendar's color and name. Color alone is not accessible to everyone. */
export function swatch({title, color}: Pick<PublishedCalendar, 'title' | 'color'>): Markup {
  const dot = {...h('span', {class: 'dot', 'aria-hidden': 'true'}), color}
  return h('span', {class: 'calendar'}, dot, text(title))
}

function notes(event: PublishedEvent, {extra}: Pick<CardOptions, 'extra'>): Markup[] {
  const people = event.people.map(({name, organization}) =>
    organization ? `${name} (${organization})` : name,
  )
  const reason = event.status === 'cancelled' ? event.cancelReason : undefined
  return [
    ...note(reason),
    ...note(placeOf(event), {part: 'place'}),
    ...note(people.join(', ')),
    ...extraLines(event, extra),
  ]
}

function note(value: string | undefined, attributes: {part?: string} = {}): Markup[] {
  return value ? [h('p', {class: 'note', ...attributes}, text(value))] : []
}

/** A location that is only a link is no place: the link to join leads there. */
function placeOf({location}: PublishedEvent): string | undefined {
  const place = location?.trim()
  return place && /^https?:\/\/\S+$/i.test(place) ? undefined : place
}

/** Describes items in one line. The spaces separate them on a page without styles. */
function line(name: string, items: readonly Markup[]): Markup[] {
  return items.length > 0 ? [h('p', {class: name}, ...items.flatMap((item) => [item, ' ']))] : []
}

function actions(event: PublishedEvent, {fileUrl, words}: CardOptions): Markup[] {
  if (event.status === 'cancelled') return []
  return [['join', event.joinUrl] as const, ['save', fileUrl?.(event)] as const].flatMap(
    ([name, url]) => {
      const label = words.say(name)
      const attributes = {
        'aria-label': labeled(words, label, event.title),
        'data-key': `${name} ${event.id}`,
        part: 'action',
      }
      return url ? [link(url, label, attributes)] : []
    },
  )
}
