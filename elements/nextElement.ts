import {statusWord} from '@touchpoints/words/plain'
import {type EventFilter, type PublishedEvent, selectEvents} from 'touchpoints/events-json'

import {extraOf, languageOf, sourceUrl, zoneOf} from './attributes.ts'
import {nextAttributes} from './attributeTypes.ts'
import {currentEvents} from './currentEvents.ts'
import {replaceContent, toDom} from './dom.ts'
import {nextCard} from './eventCard.ts'
import {liveEvents, type ElementEnvironment} from './liveEvents.ts'
import {h} from './markup.ts'
import {spanOf} from './moments.ts'
import {applyEarlyProperties, isOn, reflectAttributes} from './reflectAttributes.ts'
import {showFallback} from './showFallback.ts'
import {warnings} from './warnings.ts'
import {untilText} from './words.ts'

const minute = 60_000
const filters = [
  ['series', 'series'],
  ['workingGroup', 'working-group'],
  ['topic', 'topic'],
  ['region', 'region'],
] as const

/** How long before the start the join link appears. */
const joinLead = 15 * minute

/**
 * Creates the class of `<touchpoints-next src="/api/events.json">`: all events in progress, and the next
 * one. The join link appears 15 minutes before the start. The element stays current while the page is
 * open, without a rebuild.
 *
 * Its attributes are `NextAttributes`.
 */
export function nextElement(environment: ElementEnvironment): CustomElementConstructor {
  class TouchpointsNext extends HTMLElement {
    static readonly observedAttributes = [...Object.keys(nextAttributes), 'lang']

    readonly #root = this.attachShadow({mode: 'open'})
    readonly #content = toDom(h('div', {class: 'content next', part: 'content'}))
    readonly #warnings = warnings(this)
    readonly #live = liveEvents(environment, () => this.#render(), this.#warnings.warn)

    connectedCallback() {
      applyEarlyProperties(this, nextAttributes)
      showFallback(this.#root, this.#content)
      this.#warnings.check(Object.keys(nextAttributes))
      this.#live.start(sourceUrl(this))
    }

    disconnectedCallback() {
      this.#live.stop()
    }

    attributeChangedCallback(name: string) {
      if (!this.isConnected) return
      this.#warnings.check([name])
      if (name === 'src') this.#live.start(sourceUrl(this))
      else this.#render()
    }

    #render() {
      const state = this.#live.state()
      if (state.kind !== 'ready') return
      const display = {...languageOf(this), timeZone: zoneOf(this)}
      const {words, locale} = display
      this.#content.lang = words.language
      this.#content.dir = words.dir
      const now = environment.now()
      const on = currentEvents(this.#filter(state.read.events), now, display.timeZone)
      // Each minute, "in 3 minutes" becomes "in 2 minutes".
      this.#live.wakeAt(Math.min(on.until ?? Infinity, now + minute))
      const extra = extraOf(this)
      const cards = [...on.live, ...on.upcoming.slice(0, 1)].map((event) => {
        const isLive = on.live.includes(event)
        const until = spanOf(event, display.timeZone).start - now
        const badge = isLive
          ? h('span', {class: 'badge live'}, statusWord(words, 'live'))
          : h('span', {class: 'badge'}, untilText(until, locale))
        return nextCard(event, badge, {...display, extra, canJoin: isLive || until <= joinLead})
      })
      const content = cards.length > 0 ? cards : [h('p', {}, words.say('noEvents'))]
      replaceContent(this.#root, this.#content, content)
    }

    #filter(events: readonly PublishedEvent[]): PublishedEvent[] {
      const filter: EventFilter = {}
      for (const [name, attribute] of filters) {
        const value = this.getAttribute(attribute)
        if (!value) continue
        filter[name] = value
        if (selectEvents(events, {[name]: value}).length > 0) continue
        this.#warnings.warn(`No event has ${attribute}="${value}". Check the value in events.json.`)
      }
      const includeFeeds = isOn(this, 'include-feeds')
      return selectEvents(events, filter).filter(
        ({kind}) => includeFeeds || kind === 'touchpoint' || filter.workingGroup !== undefined,
      )
    }
  }
  reflectAttributes(TouchpointsNext.prototype, nextAttributes)
  return TouchpointsNext
}
