import type {Meetings} from './pageContent.ts'

/** Returns the community that owns the page: the organization of its own calendar. */
export function communityOf({calendars}: Meetings) {
  return calendars.find(({ownership}) => ownership === 'own')?.organization ?? null
}
