export type {Cadence, CadenceBreak, CadenceException} from './cadence.ts'
export {
  cadenceDates,
  type CadenceChange,
  type CadenceDate,
  type CadenceDatesRequest,
  type DatesRequest,
} from './cadenceDates.ts'
export {checkCadence, type CadenceFault} from './checkCadence.ts'
export {checkRecurrence, type RecurrenceFault} from './checkRecurrence.ts'
export {instantFromWallClock} from './instantFromWallClock.ts'
export {isCalendarDate} from './isCalendarDate.ts'
export {isTimeZone} from './isTimeZone.ts'
export {ordinals, weekdays, type Ordinal, type Recurrence, type Weekday} from './recurrence.ts'
export {parseInstant} from './parseInstant.ts'
export type {PlainCadence} from './plainCadence.ts'
export {recurrenceDates} from './recurrenceDates.ts'
export {recurrenceRule} from './recurrenceRule.ts'
export {wallClock} from './wallClock.ts'
export {weekdayOf} from './weekdayOf.ts'
export {weekdayNames} from './weekdayNames.ts'
