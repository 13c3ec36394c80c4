/**
 * Registers the elements, and adds their types to the JSX of Solid.
 *
 * Solid sets the properties of custom elements. Each attribute of the elements is also a property.
 */
import './index.ts'

import type {JSX as SolidJsx} from 'solid-js'

import type {
  CalendarAttributes,
  NextAttributes,
  TouchpointsCalendarElement,
  TouchpointsNextElement,
} from './attributeTypes.ts'

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'touchpoints-calendar': SolidJsx.HTMLAttributes<TouchpointsCalendarElement> &
        CalendarAttributes
      'touchpoints-next': SolidJsx.HTMLAttributes<TouchpointsNextElement> & NextAttributes
    }
  }
}
