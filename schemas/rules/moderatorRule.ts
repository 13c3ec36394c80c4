import type {Rule} from './finding.ts'
import {itemsOf} from '../reading/stored.ts'

/**
 * Reports a session without a moderator or host.
 *
 * A planned session without any guests is not reported, because its guests are not known yet. A confirmed one without
 * any is a hint: the first session of a community has none, and one that lists people but no moderator is a mistake.
 */
export const moderatorRule = {
  code: 'no-moderator',
  check: ({guests, status}) => {
    const roles = itemsOf(guests).map(({item}) => item['role'])
    if (status === 'cancelled' || (status === 'planned' && roles.length === 0)) return []
    if (roles.includes('moderator') || roles.includes('host')) return []
    const message =
      'This session has no moderator, so nobody opens the room and keeps the time. Under “Guests”, add a person with the role “Moderator” or “Host”.'
    const level = roles.length === 0 ? 'info' : 'warning'
    return [{level, path: ['guests'], message}]
  },
} as const satisfies Rule
