/**
 * Registers the elements, and adds their types to the JSX of React 19.
 *
 * React sets attributes and properties of custom elements itself, so there are no components.
 */
import './index.ts'

import type {DetailedHTMLProps, HTMLAttributes} from 'react'

import type {
  CalendarAttributes,
  NextAttributes,
  TouchpointsCalendarElement,
  TouchpointsNextElement,
} from './attributeTypes.ts'

type Props<Attributes, Element> = DetailedHTMLProps<HTMLAttributes<Element> & Attributes, Element>

declare module 'react' {
  // The compiler merges this with React's own.
  namespace JSX {
    interface IntrinsicElements {
      'touchpoints-calendar': Props<CalendarAttributes, TouchpointsCalendarElement>
      'touchpoints-next': Props<NextAttributes, TouchpointsNextElement>
    }
  }
}
