import type {ElementWords} from '@touchpoints/words/plain'
import type {PublishedCalendar} from 'touchpoints/events-json'

import {type View, views} from './attributeTypes.ts'
import {swatch} from './eventCard.ts'
import {button, h, type Markup} from './markup.ts'

/** Id of the legend entry for sessions and dates that are in no calendar. */
export const community = 'community'

/** Describes the buttons of the views: a WAI-ARIA toolbar, with one Tab stop. */
export function viewSwitch(
  current: View,
  words: ElementWords,
  onChoose: (view: View) => void,
): Markup {
  return h(
    'div',
    {role: 'toolbar', 'aria-label': words.say('view'), class: 'switch'},
    ...views.map((view) =>
      button(words.say(view), `view ${view}`, () => onChoose(view), {
        'aria-pressed': String(view === current),
        tabindex: view === current ? '0' : '-1',
      }),
    ),
  )
}

export function zoneSwitch(
  zones: readonly {id: string; title: string}[],
  current: string,
  words: ElementWords,
  onChoose: (zone: string) => void,
): Markup {
  const options = zones.map(({id, title}) =>
    h('option', {value: id, selected: id === current}, title),
  )
  const select = {
    ...h('select', {'data-key': 'zone'}, ...options),
    onInput: (target: HTMLElement) => {
      if (target instanceof HTMLSelectElement) onChoose(target.value)
    },
  }
  return h('label', {class: 'zone'}, `${words.say('timeZone')} `, select)
}

/** Describes a checkbox per calendar, with its color. */
export function legend(
  calendars: readonly PublishedCalendar[],
  hidden: ReadonlySet<string>,
  words: ElementWords,
  onToggle: (id: string) => void,
): Markup {
  const entries = [
    {id: community, title: words.say('community'), color: undefined, state: 'ok' as const},
    ...calendars,
  ]
  return h(
    'fieldset',
    {part: 'legend'},
    h('legend', {}, words.say('calendars')),
    ...entries.map(({id, title, color, state}) => {
      const box = {
        ...h('input', {type: 'checkbox', checked: !hidden.has(id), 'data-key': `show ${id}`}),
        onInput: () => onToggle(id),
      }
      const note = state === 'ok' ? undefined : h('span', {class: 'note'}, ` (${words.say(state)})`)
      return h('label', {}, box, swatch({title, color}), note)
    }),
  )
}

/** Describes the buttons that turn the pages of the week or the month. */
export function pageSwitch(
  title: string,
  unit: 'week' | 'month',
  words: ElementWords,
  onChange: (pages: number | 'today') => void,
): Markup {
  const labels = {
    week: {previous: words.say('previousWeek'), next: words.say('nextWeek')},
    month: {previous: words.say('previousMonth'), next: words.say('nextMonth')},
  }[unit]
  const arrow = (label: string, text: string, by: number) =>
    button(text, `go ${by}`, () => onChange(by), {'aria-label': label, class: 'arrow'})
  return h(
    'div',
    {class: 'pages', part: 'pages'},
    arrow(labels.previous, '‹', -1),
    h('h3', {'aria-live': 'polite'}, title),
    arrow(labels.next, '›', 1),
    button(words.say('today'), 'go today', () => onChange('today')),
  )
}
