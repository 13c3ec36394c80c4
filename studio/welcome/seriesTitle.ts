import {wordsIn} from '@touchpoints/words'

import type {WelcomeCommunity} from './welcomeFacts.ts'

/**
 * Returns the title of a series for a session without one. It has the name of the community: "Meetings" is the title
 * of the page that it is on.
 *
 * @example seriesTitle({name: 'Ada Guild', languages: ['en']}) // 'Ada Guild meetings'
 */
export function seriesTitle(
  community: Pick<WelcomeCommunity, 'name' | 'shortName' | 'languages'> | undefined,
): string {
  const language = community?.languages[0] ?? 'en'
  const meetings = wordsIn(language).say('site.meetings')
  const name = community?.shortName ?? community?.name
  if (name === undefined) return meetings
  return meetings === 'Meetings' ? `${name} meetings` : `${name}: ${meetings}`
}
