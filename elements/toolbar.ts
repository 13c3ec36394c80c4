import type {ElementWords} from '@touchpoints/words/plain'
import type {PublishedCalendar} from 'touchpoints/events-json'

import {h} from './dom.ts'
import {swatch} from './eventCard.ts'

export const views = ['agenda', 'month'] as const
export type View = (typeof views)[number]

/** Id of the legend entry for sessions and dates that are in no calendar. */
export const community = 'community'

export function viewSwitch(
  current: View,
  words: ElementWords,
  onChoose: (view: View) => void,
): HTMLElement {
  return h(
    'div',
    {role: 'group', 'aria-label': words.say('view'), class: 'switch'},
    ...views.map((view) => {
      const pressed = String(view === current)
      const key = `view ${view}`
      const button = h(
        'button',
        {type: 'button', 'aria-pressed': pressed, 'data-key': key},
        words.say(view),
      )
      button.addEventListener('click', () => onChoose(view))
      return button
    }),
  )
}

export function zoneSwitch(
  zones: readonly {id: string; title: string}[],
  current: string,
  words: ElementWords,
  onChoose: (zone: string) => void,
): HTMLElement {
  const select = h('select', {'data-key': 'zone'})
  for (const {id, title} of zones) {
    select.append(h('option', {value: id, selected: id === current}, title))
  }
  select.addEventListener('change', () => onChoose(select.value))
  return h('label', {class: 'zone'}, `${words.say('timeZone')} `, select)
}

/** Renders a checkbox per calendar, with its color. */
export function legend(
  calendars: readonly PublishedCalendar[],
  hidden: ReadonlySet<string>,
  words: ElementWords,
  onToggle: (id: string) => void,
): HTMLElement {
  const entries = [
    {id: community, title: words.say('community'), color: undefined, state: 'ok' as const},
    ...calendars,
  ]
  return h(
    'fieldset',
    {part: 'legend'},
    h('legend', {}, words.say('calendars')),
    ...entries.map(({id, title, color, state}) => {
      const box = h('input', {type: 'checkbox', checked: !hidden.has(id), 'data-key': `show ${id}`})
      box.addEventListener('change', () => onToggle(id))
      const note = state === 'ok' ? undefined : h('span', {class: 'note'}, ` (${words.say(state)})`)
      return h('label', {}, box, swatch({title, color}), note)
    }),
  )
}

export function monthSwitch(
  title: string,
  words: ElementWords,
  onChange: (months: number | 'today') => void,
): HTMLElement {
  const button = (label: string, text: string, by: number | 'today') => {
    const element = h('button', {type: 'button', 'aria-label': label, 'data-key': `go ${by}`}, text)
    element.addEventListener('click', () => onChange(by))
    return element
  }
  return h(
    'div',
    {class: 'months'},
    button(words.say('previous'), '‹', -1),
    h('h3', {'aria-live': 'polite'}, title),
    button(words.say('next'), '›', 1),
    button(words.say('today'), words.say('today'), 'today'),
  )
}
