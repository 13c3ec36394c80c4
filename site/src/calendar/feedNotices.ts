import {hidesEvents} from '@touchpoints/calendar/problems'
import type {Problem} from 'touchpoints'

import type {Calendar} from '../meetings/pageContent.ts'

export interface FeedNotice {
  text: string
}

/**
 * What a visitor should know about feeds that could not be read: which calendar, and how old what
 * they see is. The technical reason stays with the problem, for whoever runs the site.
 */
export function feedNotices(
  problems: readonly Problem[],
  calendars: readonly Calendar[],
): FeedNotice[] {
  return problems.flatMap((problem) => {
    if (problem.kind !== 'feed' || !hidesEvents(problem)) return []
    const title = calendars.find(({_id}) => _id === problem.source)?.title ?? 'A calendar'
    const {staleSeconds} = problem
    if (staleSeconds === undefined) {
      return [{text: `${title} could not be read just now; its events are missing here.`}]
    }
    return [
      {text: `${title} could not be read just now; its events are as of ${age(staleSeconds)} ago.`},
    ]
  })
}

function age(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 90) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  const hours = Math.round(minutes / 60)
  if (hours < 36) return `${hours} hours`
  return `${Math.round(hours / 24)} days`
}
