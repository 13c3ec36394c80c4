import {dateKey, datesIn, type Dates} from '@touchpoints/words/dates'

/**
 * When something takes place. Both are UTC instants, dates `YYYY-MM-DD` of whole days (the end is the day after
 * the last), or local times without a zone.
 */
export interface Moment {
  start: string
  end: string
}

/** Whether a moment is an instant. Only then do its day and time depend on the zone. */
export function isInstant({start}: Pick<Moment, 'start'>): boolean {
  return start.endsWith('Z')
}

/**
 * Returns the day under which a moment is listed, `YYYY-MM-DD`: its first one, or today for what began earlier.
 *
 * @param today - `YYYY-MM-DD` in the zone shown
 */
export function listedDay(moment: Pick<Moment, 'start'>, timeZone: string, today: string): string {
  const first = firstDay(moment, timeZone)
  return first < today ? today : first
}

/** Returns the first day of a moment, `YYYY-MM-DD`. */
export function firstDay(moment: Pick<Moment, 'start'>, timeZone: string): string {
  return isInstant(moment) ? dateKey(moment.start, timeZone) : moment.start.slice(0, 10)
}

/** Returns a key by which moments sort within the list: by day, whole days before times, then by time. */
export function listOrder(moment: Moment, timeZone: string, today: string): string {
  const day = listedDay(moment, timeZone, today)
  if (isInstant(moment)) {
    const isContinued = firstDay(moment, timeZone) < day
    return `${day} ${isContinued ? '' : datesIn('en').clock(moment.start, timeZone)}`
  }
  return `${day} ${moment.start.slice(11, 16)}`
}

/**
 * Writes the time of an instant on its day: '14:00–15:00', and 'until 02:00' for what began on an earlier day.
 *
 * @param until - the message with `{time}`
 */
export function clockText(
  {start, end}: Moment,
  {timeZone, today, dates, until}: {timeZone: string; today: string; dates: Dates; until: string},
): string {
  if (dateKey(start, timeZone) >= today) return dates.clockRange(start, end, timeZone)
  return until.replace('{time}', () => dates.clock(end, timeZone))
}

/**
 * Writes an instant in the zone of its announcement: '14:00–15:00 Madrid', with the day if it differs. Undefined
 * if day and time are the same in both zones.
 *
 * @param dateTime - the message with `{date}` and `{time}`
 */
export function announcedText(
  {start, end}: Moment,
  {
    announced,
    shown,
    dates,
    dateTime,
  }: {announced: string; shown: string; dates: Dates; dateTime: string},
): string | undefined {
  const time = dates.clockRange(start, end, announced)
  const isSameDay = dateKey(start, announced) === dateKey(start, shown)
  if (isSameDay && time === dates.clockRange(start, end, shown)) return undefined
  const text = isSameDay
    ? time
    : dateTime
        .replace('{date}', () => dates.shortDay(start, announced))
        .replace('{time}', () => time)
  return `${text} ${dates.zonePlace(announced)}`
}
