import {defineElements} from './defineElements.ts'

export {defineElements}
export type {
  CalendarAttributes,
  NextAttributes,
  TouchpointsCalendarElement,
  TouchpointsNextElement,
  View,
} from './attributeTypes.ts'
export type {ElementEnvironment} from './liveEvents.ts'

// Importing it is using it: a plain page has one script tag and no second step.
defineElements()
