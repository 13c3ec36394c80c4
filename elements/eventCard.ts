import type {PublishedCalendar, PublishedEvent} from 'touchpoints/events-json'

import {h, link} from './dom.ts'
import {type Shown, statusText, timesText, words} from './words.ts'

export interface CardOptions extends Shown {
  live: boolean
  calendars: readonly PublishedCalendar[]
  /** Where one event's `.ics` is, when the source of the events has one. */
  saveAs: ((event: PublishedEvent) => string) | undefined
}

/** One event of an agenda: when, what, who, where to join. */
export function eventCard(event: PublishedEvent, options: CardOptions): HTMLElement {
  const {live, calendars, saveAs} = options
  const status = statusText(event, live)
  const people = event.people.map(({name, organization}) =>
    organization ? `${name} (${organization})` : name,
  )
  const from = calendars.filter(({id}) => event.calendars.includes(id))
  const over = event.status === 'cancelled'
  return h(
    'li',
    {class: `event ${over ? 'off' : ''}`, part: 'event', 'data-event': event.id},
    h('p', {class: 'times'}, timeElement(event, options)),
    h(
      'div',
      {class: 'what'},
      h(
        'p',
        {class: 'title'},
        link(event.url, event.title, {'data-key': `title ${event.id}`}),
        status !== undefined &&
          h('span', {class: `badge ${live && !over ? 'live' : event.status}`}, status),
        event.audience === 'members' && h('span', {class: 'badge'}, words.members),
      ),
      over && event.cancelReason !== undefined && h('p', {class: 'note'}, event.cancelReason),
      people.length > 0 && h('p', {class: 'note'}, people.join(', ')),
      from.length > 0 && h('p', {class: 'note from'}, ...from.map(swatch)),
      h('p', {class: 'actions'}, ...actions(event, over, saveAs)),
    ),
  )
}

/** A calendar's name beside its colour: colour alone says nothing to many. */
export function swatch({title, colour}: Pick<PublishedCalendar, 'title' | 'colour'>): HTMLElement {
  const dot = h('span', {class: 'dot', 'aria-hidden': 'true'})
  if (colour) dot.style.setProperty('background', colour)
  return h('span', {class: 'calendar'}, dot, title)
}

function timeElement(event: PublishedEvent, options: CardOptions): HTMLElement {
  return h('time', {datetime: event.start}, timesText(event, options))
}

function actions(
  event: PublishedEvent,
  over: boolean,
  saveAs: CardOptions['saveAs'],
): (Node | undefined)[] {
  if (over) return []
  const about = (what: string) => ({'aria-label': `${what}: ${event.title}`, part: 'action'})
  return [
    event.joinUrl ? link(event.joinUrl, words.join, about(words.join)) : undefined,
    saveAs ? link(saveAs(event), words.save, about(words.save)) : undefined,
  ]
}
