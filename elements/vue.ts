/**
 * Registers the elements, and adds their types to the templates of Vue.
 *
 * Vue needs to know which tags are custom elements: set `compilerOptions.isCustomElement`.
 */
import './index.ts'

import type {HTMLAttributes} from 'vue'

import type {
  CalendarAttributes,
  NextAttributes,
  TouchpointsCalendarElement,
  TouchpointsNextElement,
} from './attributeTypes.ts'

/** How the template compiler sees a custom element: as something with `$props`. */
type CustomElement<Element, Attributes> = new () => Element & {
  $props: HTMLAttributes & Attributes
}

declare module 'vue' {
  interface GlobalComponents {
    'touchpoints-calendar': CustomElement<TouchpointsCalendarElement, CalendarAttributes>
    'touchpoints-next': CustomElement<TouchpointsNextElement, NextAttributes>
  }
}
