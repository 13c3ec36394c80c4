import type {PublishedEvent} from 'touchpoints/events-json'

import {agenda} from './agenda.ts'
import {languageOf, sourceUrl} from './attributes.ts'
import {h, replaceContent} from './dom.ts'
import {eventFileUrl} from './eventFileUrl.ts'
import {liveEvents, type ElementEnvironment} from './liveEvents.ts'
import {monthGrid} from './month.ts'
import {addDays, addMonths, dateIn, datesOf} from './moments.ts'
import type {ReadEvents} from './readEvents.ts'
import {showFallback} from './showFallback.ts'
import {community, legend, monthSwitch, type View, viewSwitch, zoneSwitch} from './toolbar.ts'
import {currentEvents} from './currentEvents.ts'
import {dayText, monthText, type DisplayOptions} from './words.ts'
import {isZone, ownZone, zonesOf} from './zones.ts'

/**
 * Creates the class of `<touchpoints-calendar src="/api/events.json">`: an agenda and a month view,
 * a legend that hides and shows calendars, and a time zone menu.
 *
 * The content inside the element shows until the events arrive. It stays if they cannot be loaded.
 *
 * Attributes: `src`; `view` (`agenda` or `month`); `time-zone` (IANA id, defaults to the visitor's
 * zone); `locale` (of words and dates, defaults to the closest `lang`); `days` (length of the agenda, defaults to 60).
 */
export function calendarElement(environment: ElementEnvironment): CustomElementConstructor {
  return class TouchpointsCalendar extends HTMLElement {
    static readonly observedAttributes = ['src', 'view', 'time-zone', 'locale', 'lang', 'days']

    readonly #root = this.attachShadow({mode: 'open'})
    readonly #content = h('div', {class: 'content', part: 'content'})
    readonly #live = liveEvents(environment, () => this.#render())
    readonly #hidden = new Set<string>()
    #view: View = 'agenda'
    #zone = ownZone()
    #month = ''
    #selected = ''

    constructor() {
      super()
      this.#content.addEventListener('keydown', (event) => this.#moveByKey(event))
      this.#content.addEventListener('click', (event) => this.#selectByClick(event))
    }

    connectedCallback() {
      showFallback(this.#root, this.#content)
      this.#live.start(sourceUrl(this))
    }

    disconnectedCallback() {
      this.#live.stop()
    }

    attributeChangedCallback(name: string, _before: string | null, value: string | null) {
      if (name === 'view') this.#view = value === 'month' ? 'month' : 'agenda'
      if (name === 'time-zone') this.#zone = value && isZone(value) ? value : ownZone()
      if (!this.isConnected) return
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
        const note = h('p', {role: 'status', class: 'note'}, words.say('failed'))
        this.#content.replaceChildren(h('slot'), note)
        return
      }
      replaceContent(this.#root, this.#content, this.#parts(state.read))
    }

    #parts(read: ReadEvents): Node[] {
      const display = this.#display()
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
        zoneSwitch(zonesOf(read.events, this.#zone, words), this.#zone, words, (zone) =>
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
        live: on.live,
        calendars: read.calendars,
        fileUrl: eventFileUrl(read.eventFile, this.getAttribute('src'), this.baseURI),
      }
      if (this.#view === 'agenda') {
        return [toolbar, switches, ...agenda(this.#upcoming(visible, now), card)]
      }
      return [toolbar, switches, ...this.#monthParts(read, visible, now, card)]
    }

    #monthParts(
      read: ReadEvents,
      visible: PublishedEvent[],
      now: number,
      card: Parameters<typeof agenda>[1],
    ): Node[] {
      const {words, locale} = card
      const today = dateIn(now, this.#zone)
      this.#month ||= today.slice(0, 7)
      if (this.#selected.slice(0, 7) !== this.#month) {
        this.#selected = today.startsWith(this.#month) ? today : `${this.#month}-01`
      }
      const selectedEvents = visible.filter((event) => {
        const {first, last} = datesOf(event, this.#zone)
        return first <= this.#selected && this.#selected <= last
      })
      const colors = new Map(read.calendars.map(({id, color}) => [id, color]))
      const grid = monthGrid(visible, {
        words,
        locale,
        timeZone: this.#zone,
        month: this.#month,
        today,
        selected: this.#selected,
        colorOf: ({calendars}) => colors.get(calendars[0] ?? ''),
      })
      const agendaOfDay =
        selectedEvents.length > 0
          ? agenda(selectedEvents, card)
          : [h('h3', {}, dayText(this.#selected, locale)), h('p', {}, words.say('noEventsOnDay'))]
      return [
        monthSwitch(monthText(this.#month, locale), words, (by) => {
          this.#select(by === 'today' ? today : `${addMonths(this.#month, by)}-01`)
        }),
        grid,
        h('div', {class: 'selected', 'aria-live': 'polite'}, ...agendaOfDay),
      ]
    }

    #select(date: string) {
      this.#selected = date
      this.#month = date.slice(0, 7)
      this.#render()
    }

    #selectByClick(event: Event) {
      const cell = event.target instanceof Element ? event.target.closest('[data-date]') : null
      const date = cell?.getAttribute('data-date')
      if (date) this.#select(date)
    }

    /**
     * Follows the WAI-ARIA date grid pattern: arrows move by day and week, Page Up and Page Down by
     * month, Home and End within a week.
     */
    #moveByKey(event: KeyboardEvent) {
      const cell = event.target instanceof Element ? event.target.closest('[data-date]') : null
      const date = cell?.getAttribute('data-date')
      if (!date || event.altKey || event.ctrlKey || event.metaKey) return
      const target = dateByKey(date, event.key, languageOf(this).words.dir)
      if (target === undefined) return
      event.preventDefault()
      this.#select(target)
      const targetCell = this.#content.querySelector(`[data-date="${target}"]`)
      if (targetCell instanceof HTMLElement) targetCell.focus()
    }

    /** Returns the events in progress and those within `days`. */
    #upcoming(events: PublishedEvent[], now: number): PublishedEvent[] {
      const days = Number(this.getAttribute('days')) || 60
      const today = dateIn(now, this.#zone)
      const last = addDays(today, days)
      return events.filter((event) => {
        const dates = datesOf(event, this.#zone)
        return dates.last >= today && dates.first <= last
      })
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

    #display(): DisplayOptions {
      return {...languageOf(this), timeZone: this.#zone}
    }
  }
}

/** Left and right follow the direction in which the days of a week are laid out. */
function dateByKey(date: string, key: string, dir: 'ltr' | 'rtl'): string | undefined {
  const forward = dir === 'rtl' ? -1 : 1
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  const steps: Record<string, number> = {
    ArrowLeft: -forward,
    ArrowRight: forward,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -weekday,
    End: 6 - weekday,
    Enter: 0,
    ' ': 0,
  }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (step !== undefined) return addDays(date, step)
  if (key === 'PageUp') return `${addMonths(date.slice(0, 7), -1)}-01`
  if (key === 'PageDown') return `${addMonths(date.slice(0, 7), 1)}-01`
  return undefined
}
