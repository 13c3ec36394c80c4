import type {Rule} from './finding.ts'
import {itemsOf} from '../reading/stored.ts'

/**
 * Somebody opens the room and keeps the time. Silent while a planned session has no guests either: then
 * everything is still to come.
 */
export const moderatorRule = {
  code: 'no-moderator',
  check: ({guests, status}) => {
    const roles = itemsOf(guests).map(({item}) => item['role'])
    if (status === 'cancelled' || (status === 'planned' && roles.length === 0)) return []
    if (roles.includes('moderator') || roles.includes('host')) return []
    const message =
      'Nobody moderates this session: add a person with the role moderator or host, who opens the room and keeps the time.'
    return [{level: 'warning', path: ['guests'], message}]
  },
} as const satisfies Rule
