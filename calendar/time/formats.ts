export {isCalendarDate} from './isCalendarDate.ts'
export {isTimeOfDay} from './isTimeOfDay.ts'
export {isTimeZone} from './isTimeZone.ts'
export {isInstant, parseInstant} from './parseInstant.ts'
