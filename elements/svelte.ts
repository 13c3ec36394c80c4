/** Registers the elements, and adds their types to the templates of Svelte. */
import './index.ts'

import type {HTMLAttributes as Attributes} from 'svelte/elements'

import type {
  CalendarAttributes,
  NextAttributes,
  TouchpointsCalendarElement,
  TouchpointsNextElement,
} from './attributeTypes.ts'

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'touchpoints-calendar': Attributes<TouchpointsCalendarElement> & CalendarAttributes
    'touchpoints-next': Attributes<TouchpointsNextElement> & NextAttributes
  }
}
