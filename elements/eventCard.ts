import type {PublishedCalendar, PublishedEvent, SafeUrl} from 'touchpoints/events-json'

import {h, link} from './dom.ts'
import {type DisplayOptions, statusText, timesText} from './words.ts'

export interface CardOptions extends DisplayOptions {
  live: boolean
  calendars: readonly PublishedCalendar[]
  /** Returns the URL of one event's `.ics` file. Undefined if the source of the events has no such files. */
  fileUrl: ((event: PublishedEvent) => SafeUrl | undefined) | undefined
}

/** Renders one event of an agenda: time, title, people and links. */
export function eventCard(event: PublishedEvent, options: CardOptions): HTMLElement {
  const {live, calendars, words} = options
  const status = statusText(event, live, words)
  const people = event.people.map(({name, organization}) =>
    organization ? `${name} (${organization})` : name,
  )
  const sources = calendars.filter(({id}) => event.calendars.includes(id))
  const cancelled = event.status === 'cancelled'
  return h(
    'li',
    {class: `event ${cancelled ? 'cancelled-event' : ''}`, part: 'event', 'data-event': event.id},
    h('p', {class: 'times'}, timeElement(event, options)),
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
      cancelled && event.cancelReason !== undefined && h('p', {class: 'note'}, event.cancelReason),
      people.length > 0 && h('p', {class: 'note'}, people.join(', ')),
      sources.length > 0 && h('p', {class: 'note sources'}, ...sources.map(swatch)),
      h('p', {class: 'actions'}, ...actions(event, cancelled, options)),
    ),
  )
}

/** Renders a calendar's color and name. Color alone is not accessible to everyone. */
export function swatch({title, color}: Pick<PublishedCalendar, 'title' | 'color'>): HTMLElement {
  const dot = h('span', {class: 'dot', 'aria-hidden': 'true'})
  if (color) dot.style.setProperty('background', color)
  return h('span', {class: 'calendar'}, dot, title)
}

function timeElement(event: PublishedEvent, options: CardOptions): HTMLElement {
  return h('time', {datetime: event.start}, timesText(event, options))
}

function actions(
  event: PublishedEvent,
  cancelled: boolean,
  {fileUrl, words}: CardOptions,
): (Node | undefined)[] {
  if (cancelled) return []
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
