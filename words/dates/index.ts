export {addDays, addMonths, isMonth} from './calendarDates.ts'
export {datesIn, type Dates} from './dates.ts'
export {dateKey, isZone} from './zones.ts'
