/** Registers the elements, and adds their types to the JSX of Preact. */
import './index.ts'

import type {HTMLAttributes} from 'preact'

import type {
  CalendarAttributes,
  NextAttributes,
  TouchpointsCalendarElement,
  TouchpointsNextElement,
} from './attributeTypes.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'touchpoints-calendar': HTMLAttributes<TouchpointsCalendarElement> & CalendarAttributes
      'touchpoints-next': HTMLAttributes<TouchpointsNextElement> & NextAttributes
    }
  }
}
