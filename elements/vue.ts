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

/** How the template compiler sees a custom element: as something with `$props`, named in camel case. */
type CustomElement<Element, Attributes> = new () => Element & {
  $props: HTMLAttributes & {[Name in keyof Attributes as CamelCase<Name>]: Attributes[Name]}
}

type CamelCase<Name> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

declare module 'vue' {
  interface GlobalComponents {
    'touchpoints-calendar': CustomElement<TouchpointsCalendarElement, CalendarAttributes>
    'touchpoints-next': CustomElement<TouchpointsNextElement, NextAttributes>
  }
}
