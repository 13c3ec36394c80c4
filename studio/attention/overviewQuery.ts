import {countsOf, type AttentionList} from './attentionLists.ts'

/** Types that the first screen reads. */
const followedTypes = [
  'community',
  'touchpoint',
  'recording',
  'series',
  'workingGroup',
  'meetingsPage',
]

/** More sessions than a community has in nine weeks. Past it, the screen stays quick and the lists have the rest. */
const maxSessions = 500

// Two days back: today began up to 26 hours ago in the zone that is furthest ahead, and a session fills the date
// of its whole day. The text of an instant is compared, which needs no conversion of each document.
const nearSessions = `*[_type == "touchpoint" && schedule.start > string(dateTime(now()) - ${2 * 86_400}) && schedule.start < string(dateTime(now()) + ${58 * 86_400})] | order(schedule.start asc)[0...${maxSessions}]{
    _id, title, status, schedule, "seriesId": series._ref
  }`

const activeSeries = `*[_type == "series" && coalesce(lifecycle, "active") == "active" && defined(cadence)] | order(title asc){
    _id, title, "slug": slug.current, meets, lifecycle, cadence, minutes, audience, defaultLinks
  }`

/** Returns the GROQ query for the first screen: one query, read again while documents change. */
export function overviewQuery(lists: readonly AttentionList[]) {
  return {
    fetch: `{
  "counts": ${countsOf(lists)},
  "sessions": ${nearSessions},
  "series": ${activeSeries},
  "breaks": *[_id == "community"][0].breaks,
  "hasSeries": defined(*[_type == "series"][0]._id),
  "hasSession": defined(*[_type == "touchpoint"][0]._id)
}`,
    listen: `*[_type in ${JSON.stringify(followedTypes)}]`,
  }
}
