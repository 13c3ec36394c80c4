/** A list of documents that wait for an editor. */
export interface AttentionList {
  id: string
  title: string
  type: 'touchpoint' | 'recording'
  /** GROQ condition. */
  filter: string
}

const upcoming = '_type == "touchpoint" && schedule.start >= now() && status != "cancelled"'
const over = '_type == "touchpoint" && schedule.start < now()'

/**
 * What is missing or overdue, one list each: an editor works through them, and an empty list is done.
 * The conditions are GROQ, so a list follows the documents while they are edited. What refers to a
 * document is asked with `references`, which has an index: with 1,500 sessions and 600 recordings a
 * comparison of each with each took 20 seconds.
 */
export const attentionLists: readonly AttentionList[] = [
  {
    id: 'no-guest',
    title: 'Upcoming without a guest',
    type: 'touchpoint',
    filter: `${upcoming} && coalesce(count(guests), 0) == 0`,
  },
  {
    id: 'no-agenda',
    title: 'Upcoming without an agenda',
    type: 'touchpoint',
    filter: `${upcoming} && coalesce(count(agenda), 0) == 0 && !defined(links.agenda)`,
  },
  {
    id: 'no-join-link',
    title: 'Upcoming without a link to join',
    type: 'touchpoint',
    filter: `${upcoming} && !defined(links.join)`,
  },
  {
    id: 'still-planned',
    title: 'Over, and still planned',
    type: 'touchpoint',
    filter: `${over} && status in ["planned", "confirmed"]`,
  },
  {
    id: 'no-recording',
    title: 'Held, and no recording',
    type: 'touchpoint',
    filter: `${over} && status == "held" && recordingPolicy != "notRecorded" && chathamHouseRule != true && count(*[_type == "recording" && references(^._id)]) == 0`,
  },
  {
    id: 'processing',
    title: 'Recordings in processing for 30 days',
    type: 'recording',
    filter:
      '_type == "recording" && availability == "processing" && dateTime(date + "T00:00:00Z") < dateTime(now()) - 60 * 60 * 24 * 30',
  },
]
