import {labeled} from '@touchpoints/words/plain'
import type {PublishedEvent} from 'touchpoints/events-json'

import {agenda, type AgendaOptions, dayAgenda, eventList, eventsAhead} from './agenda.ts'
import {daysOf, extraOf, languageOf, sourceUrl, zoneOf} from './attributes.ts'
import {calendarAttributes, type View, views} from './attributeTypes.ts'
import {currentEvents} from './currentEvents.ts'
import {dateByKey, eventsOn, turnPage} from './dayGrid.ts'
import {focusKey, replaceContent, toDom} from './dom.ts'
import {eventFileUrl} from './eventFileUrl.ts'
import {liveEvents, type ElementEnvironment} from './liveEvents.ts'
import {h, type Markup} from './markup.ts'
import {dateIn} from './moments.ts'
import {monthGrid} from './month.ts'
import type {ReadEvents} from './readEvents.ts'
import {applyEarlyProperties, reflectAttributes} from './reflectAttributes.ts'
import {showFallback} from './showFallback.ts'
import {community, legend, pageSwitch, viewSwitch, zoneSwitch} from './toolbar.ts'
import {toolbarTarget} from './toolbarTarget.ts'
import {warnings} from './warnings.ts'
import {weekGrid} from './week.ts'
import {monthText, weekText} from './words.ts'
import {ownZone, zonesOf} from './zones.ts'

/**
 * Creates the class of `<touchpoints-calendar src="/api/events.json">`: agenda, list, week and
 * month, a legend that hides and shows calendars, and a time zone menu.
 *
 * The content inside the element shows until the events arrive. It stays if they cannot be loaded.
 *
 * Its attributes are `CalendarAttributes`.
 */
export function calendarElement(environment: ElementEnvironment): CustomElementConstructor {
  class TouchpointsCalendar extends HTMLElement {
    static readonly observedAttributes = [...Object.keys(calendarAttributes), 'lang']

    readonly #root = this.attachShadow({mode: 'open'})
    readonly #content = toDom(h('div', {class: 'content', part: 'content'}))
    readonly #warnings = warnings(this)
    readonly #live = liveEvents(environment, () => this.#render(), this.#warnings.warn)
    readonly #hidden = new Set<string>()
    #view: View = 'agenda'
    #zone = ownZone()
    /** Day of the week and the month that is open. Empty for today, until a visitor selects a day. */
    #selected = ''

    constructor() {
      super()
      this.#content.addEventListener('keydown', (event) => this.#moveByKey(event))
      this.#content.addEventListener('click', ({target}) => {
        const date = dateOf(target)
        if (date) this.#select(date)
      })
    }

    connectedCallback() {
      applyEarlyProperties(this, calendarAttributes)
      showFallback(this.#root, this.#content)
      this.#warnings.check(Object.keys(calendarAttributes))
      this.#live.start(sourceUrl(this))
    }

    disconnectedCallback() {
      this.#live.stop()
    }

    attributeChangedCallback(name: string, _before: string | null, value: string | null) {
      if (name === 'view') this.#view = views.find((view) => view === value) ?? 'agenda'
      if (name === 'time-zone') this.#zone = zoneOf(this)
      if (!this.isConnected) return
      this.#warnings.check([name])
      if (name === 'src') this.#live.start(sourceUrl(this))
      else this.#render()
    }

    #render() {
      const state = this.#live.state()
      if (state.kind === 'waiting') return
      const {words} = languageOf(this)
      this.#content.lang = words.language
      this.#content.dir = words.dir
      if (state.kind === 'failed') {
        const text =
          state.cause === 'connection'
            ? words.say('failed')
            : labeled(words, words.say('calendars'), words.say('unavailable'))
        const note = h('p', {role: 'status', class: 'note'}, text)
        this.#content.replaceChildren(toDom(h('slot')), toDom(note))
        return
      }
      replaceContent(this.#root, this.#content, this.#parts(state.read))
    }

    #parts(read: ReadEvents): Markup[] {
      const display = {...languageOf(this), timeZone: this.#zone}
      const {words} = display
      const now = environment.now()
      const on = currentEvents(read.events, now, this.#zone)
      this.#live.wakeAt(Math.min(on.until ?? Infinity, this.#nextMidnight(now)))
      const visible = read.events.filter((event) => this.#isVisible(event))
      const rerenderAfter = (change: () => void) => {
        change()
        this.#render()
      }
      const toolbar = h(
        'div',
        {class: 'toolbar', part: 'toolbar'},
        viewSwitch(this.#view, words, (view) => rerenderAfter(() => (this.#view = view))),
        zoneSwitch(zonesOf(read.events, display), this.#zone, words, (zone) =>
          rerenderAfter(() => (this.#zone = zone)),
        ),
      )
      const switches = legend(read.calendars, this.#hidden, words, (id) =>
        rerenderAfter(() =>
          this.#hidden.has(id) ? this.#hidden.delete(id) : this.#hidden.add(id),
        ),
      )
      const card = {
        ...display,
        now,
        calendars: read.calendars,
        fileUrl: eventFileUrl(read.eventFile, this.getAttribute('src'), this.baseURI),
        extra: extraOf(this),
      }
      return [toolbar, switches, ...this.#viewParts(visible, now, card)]
    }

    #viewParts(events: PublishedEvent[], now: number, card: AgendaOptions): Markup[] {
      const {timeZone} = card
      const days = daysOf(this)
      switch (this.#view) {
        case 'agenda':
          return agenda(eventsAhead(events, {now, days, timeZone}), card, dateIn(now, timeZone))
        case 'list':
          return eventList(eventsAhead(events, {now, days, timeZone}), card)
        case 'week':
        case 'month':
          return this.#gridParts(this.#view, events, now, card)
      }
    }

    #gridParts(
      unit: 'week' | 'month',
      events: PublishedEvent[],
      now: number,
      card: AgendaOptions,
    ): Markup[] {
      const {words, locale, timeZone, calendars} = card
      const today = dateIn(now, timeZone)
      const selected = this.#selected || today
      const colors = new Map(calendars.map(({id, color}) => [id, color]))
      const colorOf = (event: PublishedEvent) => colors.get(event.calendars[0] ?? '')
      const options = {...card, today, selected, colorOf}
      const isWeek = unit === 'week'
      const title = isWeek ? weekText(selected, locale) : monthText(selected, locale)
      return [
        pageSwitch(title, unit, words, (by) => {
          const now = dateIn(environment.now(), this.#zone)
          this.#select(by === 'today' ? now : turnPage(this.#selected || now, by, unit))
        }),
        isWeek ? weekGrid(events, options) : monthGrid(events, options),
        h(
          'div',
          {class: 'selected', 'aria-live': 'polite'},
          dayAgenda(selected, eventsOn(selected, events, timeZone), card),
        ),
      ]
    }

    #select(date: string) {
      this.#selected = date
      this.#render()
    }

    #moveByKey(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const {dir} = languageOf(this).words
      const button = toolbarTarget(event, dir)
      if (button) {
        event.preventDefault()
        button.focus()
        return
      }
      const unit = this.#view === 'week' ? 'week' : 'month'
      const date = dateOf(event.target)
      const target = date && dateByKey(date, event, {dir, unit})
      if (!target) return
      event.preventDefault()
      this.#select(target)
      focusKey(this.#content, `day ${target}`)
    }

    #isVisible({calendars, kind}: PublishedEvent): boolean {
      const announced = kind !== 'feed' && !this.#hidden.has(community)
      return announced || calendars.some((id) => !this.#hidden.has(id))
    }

    #nextMidnight(now: number): number {
      const hour = 3_600_000
      const today = dateIn(now, this.#zone)
      let at = Math.floor(now / hour) * hour + hour
      while (dateIn(at, this.#zone) === today) at += hour
      return at
    }
  }
  reflectAttributes(TouchpointsCalendar.prototype, calendarAttributes)
  return TouchpointsCalendar
}

/** Returns the date of the cell that an event happened in. */
function dateOf(target: EventTarget | null): string | undefined {
  const cell = target instanceof Element ? target.closest('[data-date]') : null
  return cell?.getAttribute('data-date') ?? undefined
}
