import {type PublishedEvent, selectEvents} from 'touchpoints/events-json'

import {languageOf, sourceUrl} from './attributes.ts'
import {h, link, replaceContent} from './dom.ts'
import {liveEvents, type ElementEnvironment} from './liveEvents.ts'
import {spanOf} from './moments.ts'
import {showFallback} from './showFallback.ts'
import {currentEvents} from './currentEvents.ts'
import {momentText, type DisplayOptions, untilText} from './words.ts'
import {isZone, ownZone} from './zones.ts'

const minute = 60_000
/** How long before the start the join link appears. */
const joinLead = 15 * minute

/**
 * Creates the class of `<touchpoints-next src="/api/events.json">`: the event in progress, or the next
 * one. The join link appears 15 minutes before the start. The element stays current while the page is
 * open, without a rebuild.
 *
 * Attributes: `src`; the filters `series`, `working-group`, `topic` and `region`; `include-feeds` to
 * include the events of calendars; `time-zone` (defaults to the visitor's zone); `locale`.
 */
export function nextElement(environment: ElementEnvironment): CustomElementConstructor {
  return class TouchpointsNext extends HTMLElement {
    static readonly observedAttributes = [
      'src',
      'series',
      'working-group',
      'topic',
      'region',
      'include-feeds',
      'time-zone',
      'locale',
      'lang',
    ]

    readonly #root = this.attachShadow({mode: 'open'})
    readonly #content = h('div', {class: 'content next', part: 'content'})
    readonly #live = liveEvents(environment, () => this.#render())

    connectedCallback() {
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
      const display = this.#display()
      this.#content.lang = display.words.language
      this.#content.dir = display.words.dir
      const now = environment.now()
      const on = currentEvents(this.#filter(state.read.events), now, display.timeZone)
      const event = on.live[0] ?? on.upcoming[0]
      // Each minute, "in 3 minutes" becomes "in 2 minutes".
      this.#live.wakeAt(Math.min(on.until ?? Infinity, now + minute))
      const content = event
        ? nextCard(event, on.live.includes(event), now, display)
        : [h('p', {}, display.words.say('noEvents'))]
      replaceContent(this.#root, this.#content, content)
    }

    #filter(events: readonly PublishedEvent[]): PublishedEvent[] {
      const filter = {
        ...this.#attribute('series', 'series'),
        ...this.#attribute('workingGroup', 'working-group'),
        ...this.#attribute('topic', 'topic'),
        ...this.#attribute('region', 'region'),
      }
      const includeFeeds = this.hasAttribute('include-feeds')
      return selectEvents(events, filter).filter(
        ({kind}) => includeFeeds || kind === 'touchpoint' || filter.workingGroup !== undefined,
      )
    }

    #attribute<Name extends string>(name: Name, attribute: string): {[key in Name]?: string} {
      const value = this.getAttribute(attribute)
      const empty: {[key in Name]?: string} = {}
      return value ? {...empty, [name]: value} : empty
    }

    #display(): DisplayOptions {
      const zone = this.getAttribute('time-zone')
      return {...languageOf(this), timeZone: zone && isZone(zone) ? zone : ownZone()}
    }
  }
}

function nextCard(
  event: PublishedEvent,
  live: boolean,
  now: number,
  display: DisplayOptions,
): Node[] {
  const {start} = spanOf(event, display.timeZone)
  const people = event.people.map(({name, organization}) =>
    organization ? `${name} (${organization})` : name,
  )
  const canJoin = live || start - now <= joinLead
  return [
    h(
      'p',
      {class: 'status', 'aria-live': 'polite'},
      live
        ? h('span', {class: 'badge live'}, display.words.say('live'))
        : h('span', {class: 'badge'}, untilText(start - now, display.locale)),
    ),
    h('p', {class: 'title'}, link(event.url, event.title, {'data-key': 'title'})),
    h('p', {class: 'times'}, h('time', {datetime: event.start}, momentText(event, display))),
    ...(people.length > 0 ? [h('p', {class: 'note'}, people.join(', '))] : []),
    ...(event.joinUrl && canJoin
      ? [
          h(
            'p',
            {class: 'actions'},
            link(event.joinUrl, display.words.say('join'), {'data-key': 'join'}),
          ),
        ]
      : []),
  ]
}
