import type {PublishedCalendar, PublishedEvent, SafeUrl} from 'touchpoints/events-json'

import {extraLines} from './extraLines.ts'
import {h, link, type Markup, text} from './markup.ts'
import {type DisplayOptions, momentText, shortMomentText, statusText, timesText} from './words.ts'

export interface CardOptions extends DisplayOptions {
  live: boolean
  calendars: readonly PublishedCalendar[]
  /** Returns the URL of one event's `.ics` file. Undefined if the source of the events has no such files. */
  fileUrl: ((event: PublishedEvent) => SafeUrl | undefined) | undefined
  /** Names of the values in `extra` that are shown. */
  extra: readonly string[]
}

/** Describes one event of an agenda: time, title, people and links. */
export function eventCard(event: PublishedEvent, options: CardOptions): Markup {
  const {calendars} = options
  const sources = calendars.filter(({id}) => event.calendars.includes(id))
  return eventItem(event, options, timesText(event, options), [
    ...notes(event, options),
    sources.length > 0 && h('p', {class: 'note sources'}, ...sources.map(swatch)),
    h('p', {class: 'actions'}, ...actions(event, options)),
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
  const {live, words} = options
  const status = statusText(event, live, words)
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
        status !== undefined &&
          h('span', {class: `badge ${live && !cancelled ? 'live' : event.status}`}, status),
        event.audience === 'members' && h('span', {class: 'badge'}, words.say('members')),
      ),
      ...more,
    ),
  )
}

/** Describes the next event, or the one in progress. */
export function nextCard(event: PublishedEvent, badge: Markup, options: NextOptions): Markup[] {
  const {words, canJoin} = options
  return [
    h('p', {class: 'status', 'aria-live': 'polite'}, badge),
    h('p', {class: 'title'}, link(event.url, event.title, {'data-key': 'title'})),
    h('p', {class: 'times'}, h('time', {datetime: event.start}, momentText(event, options))),
    ...notes(event, options),
    ...(event.joinUrl && canJoin
      ? [
          h(
            'p',
            {class: 'actions'},
            link(event.joinUrl, words.say('join'), {'data-key': 'join', part: 'action'}),
          ),
        ]
      : []),
  ]
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
    ...[reason, people.join(', ')].flatMap((note) =>
      note ? h('p', {class: 'note'}, text(note)) : [],
    ),
    ...extraLines(event, extra),
  ]
}

function actions(event: PublishedEvent, {fileUrl, words}: CardOptions): (Markup | undefined)[] {
  if (event.status === 'cancelled') return []
  const attributes = (label: string) => ({
    'aria-label': words.say('labelOf', {label, title: event.title}),
    part: 'action',
  })
  const [join, save] = [words.say('join'), words.say('save')]
  return [
    event.joinUrl ? link(event.joinUrl, join, attributes(join)) : undefined,
    fileUrl ? link(fileUrl(event), save, attributes(save)) : undefined,
  ]
}
