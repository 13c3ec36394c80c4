import type {SearchDocument, SearchKind} from '../../../site/src/search/searchDocument.ts'

export const months =
  'January February March April May June July August September October November December'.split(' ')

/** Returns a document with a title. Its slug is the title in lower case. */
export function searched(
  kind: SearchKind,
  title: string,
  rest: Partial<SearchDocument> = {},
): SearchDocument {
  return {
    kind,
    title,
    slug: title.toLowerCase().replaceAll(' ', '-'),
    isRecorded: false,
    isCancelled: false,
    people: [],
    topics: [],
    within: [],
    text: '',
    ...rest,
  }
}

/** Returns a session that starts at 13:00 UTC on a date. */
export function searchedSession(
  date: string,
  title: string,
  rest: Partial<SearchDocument> = {},
): SearchDocument {
  const schedule = {start: `${date}T13:00:00Z`, end: `${date}T14:00:00Z`, timeZone: 'UTC'}
  return searched('session', title, {date, schedule, ...rest})
}
