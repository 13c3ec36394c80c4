import {type PublishedEvent, selectEvents} from 'touchpoints/events-json'

import {localeOf, sourceOf} from './attributes.ts'
import {h, link, replaceContent} from './dom.ts'
import {liveEvents, type Surroundings} from './liveEvents.ts'
import {spanOf} from './moments.ts'
import {showFallback} from './showFallback.ts'
import {whatIsOn} from './whatIsOn.ts'
import {momentText, type Shown, untilText, words} from './words.ts'
import {isZone, ownZone} from './zones.ts'

const minute = 60_000
/** From then on a visitor may already join. */
const doorsOpen = 15 * minute

/**
 * `<touchpoints-next src="/api/events.json">`: what is on now, else what comes next, with a way in
 * from a quarter of an hour before. It stays right while the page stays open, without a rebuild.
 *
 * Attributes: `src`; `series`, `working-group`, `topic`, `region` narrow it; `include-feeds` counts
 * the events of calendars too; `time-zone` (default: the visitor's); `locale`.
 */
export function nextElement(surroundings: Surroundings): CustomElementConstructor {
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
    ]

    readonly #root = this.attachShadow({mode: 'open'})
    readonly #content = h('div', {class: 'content next', part: 'content'})
    readonly #live = liveEvents(surroundings, () => this.#render())

    connectedCallback() {
      showFallback(this.#root, this.#content)
      this.#live.start(sourceOf(this))
    }

    disconnectedCallback() {
      this.#live.stop()
    }

    attributeChangedCallback(name: string) {
      if (!this.isConnected) return
      if (name === 'src') this.#live.start(sourceOf(this))
      else this.#render()
    }

    #render() {
      const state = this.#live.state()
      if (state.kind !== 'ready') return
      const shown = this.#shown()
      const now = surroundings.now()
      const on = whatIsOn(this.#chosen(state.read.events), now, shown.timeZone)
      const event = on.live[0] ?? on.upcoming[0]
      // "in 3 minutes" has to become "in 2 minutes".
      this.#live.wakeAt(Math.min(on.until ?? Infinity, now + minute))
      const content = event
        ? nextCard(event, on.live.includes(event), now, shown)
        : [h('p', {}, words.nothing)]
      replaceContent(this.#root, this.#content, content)
    }

    #chosen(events: readonly PublishedEvent[]): PublishedEvent[] {
      const filter = {
        ...this.#attribute('series', 'series'),
        ...this.#attribute('workingGroup', 'working-group'),
        ...this.#attribute('topic', 'topic'),
        ...this.#attribute('region', 'region'),
      }
      const kinds = this.hasAttribute('include-feeds')
      return selectEvents(events, filter).filter(
        ({kind}) => kinds || kind === 'touchpoint' || filter.workingGroup !== undefined,
      )
    }

    #attribute<Name extends string>(name: Name, attribute: string): {[key in Name]?: string} {
      const value = this.getAttribute(attribute)
      const empty: {[key in Name]?: string} = {}
      return value ? {...empty, [name]: value} : empty
    }

    #shown(): Shown {
      const zone = this.getAttribute('time-zone')
      return {locale: localeOf(this), timeZone: zone && isZone(zone) ? zone : ownZone()}
    }
  }
}

function nextCard(event: PublishedEvent, live: boolean, now: number, shown: Shown): Node[] {
  const {start} = spanOf(event, shown.timeZone)
  const people = event.people.map(({name, organization}) =>
    organization ? `${name} (${organization})` : name,
  )
  const mayJoin = live || start - now <= doorsOpen
  return [
    h(
      'p',
      {class: 'status', 'aria-live': 'polite'},
      live
        ? h('span', {class: 'badge live'}, words.live)
        : h('span', {class: 'badge'}, untilText(start - now, shown.locale)),
    ),
    h('p', {class: 'title'}, link(event.url, event.title, {'data-key': 'title'})),
    h('p', {class: 'times'}, h('time', {datetime: event.start}, momentText(event, shown))),
    ...(people.length > 0 ? [h('p', {class: 'note'}, people.join(', '))] : []),
    ...(event.joinUrl && mayJoin
      ? [h('p', {class: 'actions'}, link(event.joinUrl, words.join, {'data-key': 'join'}))]
      : []),
  ]
}
