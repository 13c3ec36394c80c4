export {isCalendarDate} from './isCalendarDate.ts'
export {isTimeOfDay} from './isTimeOfDay.ts'
export {isTimeZone} from './isTimeZone.ts'
export {parseInstant} from './parseInstant.ts'
