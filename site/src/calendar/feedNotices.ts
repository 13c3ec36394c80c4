import {hidesEvents} from '@touchpoints/calendar/problems'
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
): FeedNotice[] {
  const notices = problems.flatMap((problem) => {
    if (problem.kind === 'calendar' && problem.code === 'limit') {
      const calendar = calendars.find(({_id}) => _id === problem.source)
      return calendar
        ? [{text: `${calendar.title} has too many events. Only the next ones are shown.`}]
        : []
    }
    if (problem.kind !== 'feed' || !hidesEvents(problem)) return []
    const title = calendars.find(({_id}) => _id === problem.source)?.title ?? 'a calendar'
    const {staleSeconds} = problem
    if (staleSeconds === undefined) {
      return [{text: `Could not load ${title}. Its events are missing.`}]
    }
    return [{text: `Could not refresh ${title}. Its events are from ${age(staleSeconds)} ago.`}]
  })
  return [...new Map(notices.map((notice) => [notice.text, notice])).values()]
}

function age(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 90) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  const hours = Math.round(minutes / 60)
  if (hours < 36) return `${hours} hours`
  return `${Math.round(hours / 24)} days`
}
