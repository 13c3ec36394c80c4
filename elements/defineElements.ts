import {calendarElement} from './calendarElement.ts'
import type {ElementEnvironment} from './liveEvents.ts'
import {nextElement} from './nextElement.ts'

const browser: ElementEnvironment = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
}

/**
 * Registers `<touchpoints-calendar>` and `<touchpoints-next>`. A second call does nothing. Outside a
 * browser, the call has no effect.
 */
export function defineElements(environment: ElementEnvironment = browser): void {
  if (typeof customElements === 'undefined') return
  if (!customElements.get('touchpoints-calendar')) {
    customElements.define('touchpoints-calendar', calendarElement(environment))
  }
  if (!customElements.get('touchpoints-next')) {
    customElements.define('touchpoints-next', nextElement(environment))
  }
}
