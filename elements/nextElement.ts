import {type PublishedEvent, selectEvents} from 'touchpoints/events-json'

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
import {untilText} from './words.ts'

const minute = 60_000
/** How long before the start the join link appears. */
const joinLead = 15 * minute

/**
 * Creates the class of `<touchpoints-next src="/api/events.json">`: the event in progress, or the next
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
    readonly #live = liveEvents(environment, () => this.#render())

    connectedCallback() {
      applyEarlyProperties(this, nextAttributes)
      showFallback(this.#root, this.#content)
      this.#live.start(sourceUrl(this))
    }

    disconnectedCallback() {
      this.#live.stop()
    }

    attributeChangedCallback(name: string) {
      if (!this.isConnected) return
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
      const event = on.live[0] ?? on.upcoming[0]
      // Each minute, "in 3 minutes" becomes "in 2 minutes".
      this.#live.wakeAt(Math.min(on.until ?? Infinity, now + minute))
      if (!event) {
        replaceContent(this.#root, this.#content, [h('p', {}, words.say('noEvents'))])
        return
      }
      const isLive = on.live.includes(event)
      const until = spanOf(event, display.timeZone).start - now
      const badge = isLive
        ? h('span', {class: 'badge live'}, words.say('live'))
        : h('span', {class: 'badge'}, untilText(until, locale))
      const options = {...display, extra: extraOf(this), canJoin: isLive || until <= joinLead}
      replaceContent(this.#root, this.#content, nextCard(event, badge, options))
    }

    #filter(events: readonly PublishedEvent[]): PublishedEvent[] {
      const filter = {
        ...this.#attribute('series', 'series'),
        ...this.#attribute('workingGroup', 'working-group'),
        ...this.#attribute('topic', 'topic'),
        ...this.#attribute('region', 'region'),
      }
      const includeFeeds = isOn(this, 'include-feeds')
      return selectEvents(events, filter).filter(
        ({kind}) => includeFeeds || kind === 'touchpoint' || filter.workingGroup !== undefined,
      )
    }

    #attribute<Name extends string>(name: Name, attribute: string): {[key in Name]?: string} {
      const value = this.getAttribute(attribute)
      const empty: {[key in Name]?: string} = {}
      return value ? {...empty, [name]: value} : empty
    }
  }
  reflectAttributes(TouchpointsNext.prototype, nextAttributes)
  return TouchpointsNext
}
