export {isCalendarDate} from './isCalendarDate.ts'
export {isTimeZone} from './isTimeZone.ts'
export {parseInstant} from './parseInstant.ts'
