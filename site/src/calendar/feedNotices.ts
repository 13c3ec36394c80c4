import {hidesEvents} from '@touchpoints/calendar/problems'
import type {Words} from '@touchpoints/words'
import type {Problem} from 'touchpoints'

import type {Calendar} from '../meetings/pageContent.ts'

export interface FeedNotice {
  text: string
}

/**
 * Returns notices for visitors about feeds that could not be read, or not in full: which calendar, and how
 * old its events are. The technical reason stays in the problem, for the site's operators.
 */
export function feedNotices(
  problems: readonly Problem[],
  calendars: readonly Pick<Calendar, '_id' | 'title'>[],
  {dates, say}: Words,
): FeedNotice[] {
  const notices = problems.flatMap((problem) => {
    if (problem.kind === 'calendar' && problem.code === 'limit') {
      const calendar = calendars.find(({_id}) => _id === problem.source)
      return calendar ? [{text: say('calendar.tooMany', {calendar: calendar.title})}] : []
    }
    if (problem.kind !== 'feed' || !hidesEvents(problem)) return []
    const calendar =
      calendars.find(({_id}) => _id === problem.source)?.title ?? say('calendar.aCalendar')
    const {staleSeconds} = problem
    if (staleSeconds === undefined) return [{text: say('calendar.notLoaded', {calendar})}]
    return [{text: say('calendar.notRefreshed', {calendar, age: dates.duration(staleSeconds)})}]
  })
  return [...new Map(notices.map((notice) => [notice.text, notice])).values()]
}
