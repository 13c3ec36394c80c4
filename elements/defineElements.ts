import {calendarElement} from './calendarElement.ts'
import type {Surroundings} from './liveEvents.ts'
import {nextElement} from './nextElement.ts'

const browser: Surroundings = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
}

/** Makes both elements known. A second call, or one outside a browser, does nothing. */
export function defineElements(surroundings: Surroundings = browser): void {
  if (typeof customElements === 'undefined') return
  if (!customElements.get('touchpoints-calendar')) {
    customElements.define('touchpoints-calendar', calendarElement(surroundings))
  }
  if (!customElements.get('touchpoints-next')) {
    customElements.define('touchpoints-next', nextElement(surroundings))
  }
}
