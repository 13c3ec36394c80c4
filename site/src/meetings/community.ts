import type {Meetings} from './pageContent.ts'

/** Whose page this is: the organization behind the community's own calendar. */
export function communityOf({calendars}: Meetings) {
  return calendars.find(({ownership}) => ownership === 'own')?.organization ?? null
}
