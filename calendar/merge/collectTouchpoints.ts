import type {CalendarsProblem} from '../problems.ts'
import {isTimeZone, parseInstant} from '../time/index.ts'
import type {TouchpointItem} from './items.ts'
import {readLinks, unsafeLinks} from './readLinks.ts'
import type {TouchpointInput} from './sources.ts'
import {overlaps, timedSpan, type Window} from './time.ts'

/** Returns the touchpoints that overlap the window, each document once. */
export function collectTouchpoints(
  touchpoints: readonly TouchpointInput[],
  window: Window,
): {items: TouchpointItem[]; problems: CalendarsProblem[]} {
  const items = new Map<string, TouchpointItem>()
  const problems: CalendarsProblem[] = []
  for (const touchpoint of touchpoints.toSorted(byIdThenText)) {
    if (items.has(touchpoint.id)) continue
    const item = itemOf(touchpoint)
    if ('message' in item) problems.push(item)
    else if (overlaps(item.span, window)) {
      items.set(touchpoint.id, item)
      problems.push(...unsafeLinks(touchpoint, 'touchpoint'))
    }
  }
  return {items: [...items.values()], problems}
}

function itemOf(touchpoint: TouchpointInput): TouchpointItem | CalendarsProblem {
  const {id, title, start, minutes, timeZone} = touchpoint
  if (parseInstant(start) === undefined || !(minutes >= 0) || !isTimeZone(timeZone)) {
    const schedule = `start ${start}, ${minutes} minutes, ${timeZone}`
    return {
      kind: 'document',
      documentId: id,
      documentType: 'touchpoint',
      path: 'schedule',
      message: `"${title}" has an invalid schedule (${schedule}), so it is missing from the calendar. Set its start, length and time zone.`,
    }
  }
  return {
    kind: 'touchpoint',
    key: id,
    group: 'touchpoints',
    title,
    ...readLinks(touchpoint),
    span: timedSpan(start, minutes, timeZone),
    touchpoint,
  }
}

function byIdThenText(a: TouchpointInput, b: TouchpointInput): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
