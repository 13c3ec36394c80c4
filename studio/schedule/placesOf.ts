import type {CommunityRegion} from '../community/readCommunity.ts'
import type {Place} from './sessionTimes.ts'

/**
 * Returns the places in which a session's local time is shown: one for each region of the community.
 *
 * @example placesOf([{code: 'EMEA', title: 'Europe', timeZone: 'Europe/Berlin'}]) // [{name: 'EMEA', timeZone: 'Europe/Berlin'}]
 */
export function placesOf(regions: readonly CommunityRegion[]): Place[] {
  return regions.map(({code, timeZone}) => ({name: code, timeZone}))
}
