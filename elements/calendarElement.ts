import type {PublishedEvent} from 'touchpoints/events-json'

import {agenda} from './agenda.ts'
import {localeOf, sourceOf} from './attributes.ts'
import {h, replaceContent} from './dom.ts'
import {liveEvents, type Surroundings} from './liveEvents.ts'
import {monthGrid} from './month.ts'
import {addDays, addMonths, dateIn, datesOf} from './moments.ts'
import type {ReadEvents} from './readEvents.ts'
import {saveAddress} from './saveAddress.ts'
import {showFallback} from './showFallback.ts'
import {community, legend, monthSwitch, type View, viewSwitch, zoneSwitch} from './toolbar.ts'
import {whatIsOn} from './whatIsOn.ts'
import {dayText, monthText, type Shown, words} from './words.ts'
import {isZone, ownZone, zonesOf} from './zones.ts'

/**
 * `<touchpoints-calendar src="/api/events.json">`: agenda and month, with a legend whose entries can
 * be switched off and a choice of time zone. What stands inside shows until the events arrive, and
 * stays when they do not.
 *
 * Attributes: `src`; `view` (agenda, month); `time-zone` (IANA id; default: the visitor's); `locale`
 * (default: the page's `lang`); `days` (how far the agenda looks ahead; default 60).
 */
export function calendarElement(surroundings: Surroundings): CustomElementConstructor {
  return class TouchpointsCalendar extends HTMLElement {
    static readonly observedAttributes = ['src', 'view', 'time-zone', 'locale', 'days']

    readonly #root = this.attachShadow({mode: 'open'})
    readonly #content = h('div', {class: 'content', part: 'content'})
    readonly #live = liveEvents(surroundings, () => this.#render())
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
      this.#live.start(sourceOf(this))
    }

    disconnectedCallback() {
      this.#live.stop()
    }

    attributeChangedCallback(name: string, _before: string | null, value: string | null) {
      if (name === 'view') this.#view = value === 'month' ? 'month' : 'agenda'
      if (name === 'time-zone') this.#zone = value && isZone(value) ? value : ownZone()
      if (!this.isConnected) return
      if (name === 'src') this.#live.start(sourceOf(this))
      else this.#render()
    }

    #render() {
      const state = this.#live.state()
      if (state.kind === 'waiting') return
      if (state.kind === 'failed') {
        const note = h('p', {role: 'status', class: 'note'}, words.failed)
        this.#content.replaceChildren(h('slot'), note)
        return
      }
      replaceContent(this.#root, this.#content, this.#parts(state.read))
    }

    #parts(read: ReadEvents): Node[] {
      const now = surroundings.now()
      const on = whatIsOn(read.events, now, this.#zone)
      this.#live.wakeAt(Math.min(on.until ?? Infinity, this.#midnight(now)))
      const shown = read.events.filter((event) => this.#isShown(event))
      const again = (change: () => void) => () => {
        change()
        this.#render()
      }
      const toolbar = h(
        'div',
        {class: 'toolbar', part: 'toolbar'},
        viewSwitch(this.#view, (view) => again(() => (this.#view = view))()),
        zoneSwitch(zonesOf(read.events, this.#zone), this.#zone, (zone) =>
          again(() => (this.#zone = zone))(),
        ),
      )
      const switches = legend(read.calendars, this.#hidden, (id) =>
        again(() => (this.#hidden.has(id) ? this.#hidden.delete(id) : this.#hidden.add(id)))(),
      )
      const card = {
        ...this.#shown(),
        live: on.live,
        calendars: read.calendars,
        saveAs: saveAddress(read.eventFile, this.getAttribute('src'), this.baseURI),
      }
      if (this.#view === 'agenda') {
        return [toolbar, switches, ...agenda(this.#ahead(shown, now), card)]
      }
      return [toolbar, switches, ...this.#monthParts(read, shown, now, card)]
    }

    #monthParts(
      read: ReadEvents,
      shown: PublishedEvent[],
      now: number,
      card: Parameters<typeof agenda>[1],
    ): Node[] {
      const today = dateIn(now, this.#zone)
      this.#month ||= today.slice(0, 7)
      if (this.#selected.slice(0, 7) !== this.#month) {
        this.#selected = today.startsWith(this.#month) ? today : `${this.#month}-01`
      }
      const ofDay = shown.filter((event) => {
        const {first, last} = datesOf(event, this.#zone)
        return first <= this.#selected && this.#selected <= last
      })
      const colours = new Map(read.calendars.map(({id, colour}) => [id, colour]))
      const grid = monthGrid(shown, {
        ...this.#shown(),
        month: this.#month,
        today,
        selected: this.#selected,
        colourOf: ({calendars}) => colours.get(calendars[0] ?? ''),
      })
      const below =
        ofDay.length > 0
          ? agenda(ofDay, card)
          : [h('h3', {}, dayText(this.#selected, localeOf(this))), h('p', {}, words.nothingThatDay)]
      return [
        monthSwitch(monthText(this.#month, localeOf(this)), (by) => {
          this.#select(by === 'today' ? today : `${addMonths(this.#month, by)}-01`)
        }),
        grid,
        h('div', {class: 'selected', 'aria-live': 'polite'}, ...below),
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

    /** WAI-ARIA's grid of dates: arrows by day and week, Page keys by month, Home and End in a week. */
    #moveByKey(event: KeyboardEvent) {
      const cell = event.target instanceof Element ? event.target.closest('[data-date]') : null
      const date = cell?.getAttribute('data-date')
      if (!date || event.altKey || event.ctrlKey || event.metaKey) return
      const to = dateByKey(date, event.key)
      if (to === undefined) return
      event.preventDefault()
      this.#select(to)
      const target = this.#content.querySelector(`[data-date="${to}"]`)
      if (target instanceof HTMLElement) target.focus()
    }

    /** What is on now and what comes within `days`. */
    #ahead(events: PublishedEvent[], now: number): PublishedEvent[] {
      const days = Number(this.getAttribute('days')) || 60
      const today = dateIn(now, this.#zone)
      const last = addDays(today, days)
      return events.filter((event) => {
        const dates = datesOf(event, this.#zone)
        return dates.last >= today && dates.first <= last
      })
    }

    #isShown({calendars, kind}: PublishedEvent): boolean {
      const here = kind !== 'feed' && !this.#hidden.has(community)
      return here || calendars.some((id) => !this.#hidden.has(id))
    }

    #midnight(now: number): number {
      const hour = 3_600_000
      const today = dateIn(now, this.#zone)
      let at = Math.floor(now / hour) * hour + hour
      while (dateIn(at, this.#zone) === today) at += hour
      return at
    }

    #shown(): Shown {
      return {locale: localeOf(this), timeZone: this.#zone}
    }
  }
}

function dateByKey(date: string, key: string): string | undefined {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
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
