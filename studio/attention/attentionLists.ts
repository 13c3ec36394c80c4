import {fieldsOf} from '@touchpoints/schemas/reading'

import type {CommunityFacts, Term} from '../community/readCommunity.ts'
import {missingTranslations} from './missingTranslations.ts'

/** A list of documents that need an editor's attention. */
export interface AttentionList {
  id: string
  title: string
  /** Absent for documents of several types. */
  type?: 'touchpoint' | 'recording'
  /** GROQ condition. */
  filter: string
  /** Parameters of the condition. The names are unique among the lists. */
  params?: Readonly<Record<string, readonly string[]>>
}

const upcoming = '_type == "touchpoint" && schedule.start >= now() && status != "cancelled"'
const past = '_type == "touchpoint" && schedule.start < now()'

/** Returns the lists for a community: the fixed ones, and missing translations if it has several languages. */
export function attentionListsFor({
  languages,
  guest,
}: Pick<CommunityFacts, 'languages' | 'guest'>): AttentionList[] {
  const untranslated = missingTranslations(languages)
  return [
    ...attentionLists(guest),
    ...(untranslated === undefined
      ? []
      : [{id: 'untranslated', title: 'Missing translations', ...untranslated}]),
  ]
}

/**
 * The lists of documents in which something is missing or overdue.
 *
 * The conditions are GROQ, so the lists update while documents are edited. They use `references`, which
 * has an index, to find referring documents. With 1,500 sessions and 600 recordings, comparing each
 * session with each recording took 20 seconds.
 */
const attentionLists = (guest: Term): readonly AttentionList[] => [
  {
    id: 'no-guest',
    title: `Upcoming without ${guest.plural}`,
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
    title: 'Upcoming without a join link',
    type: 'touchpoint',
    filter: `${upcoming} && !defined(links.join)`,
  },
  {
    id: 'still-planned',
    title: 'Past, status not updated',
    type: 'touchpoint',
    filter: `${past} && status in ["planned", "confirmed"]`,
  },
  {
    id: 'no-recording',
    title: 'Held without a recording',
    type: 'touchpoint',
    filter: `${past} && status == "held" && recordingPolicy != "notRecorded" && chathamHouseRule != true && count(*[_type == "recording" && references(^._id)]) == 0`,
  },
  {
    id: 'processing',
    title: 'Recordings processing over 30 days',
    type: 'recording',
    filter:
      '_type == "recording" && availability == "processing" && dateTime(date + "T00:00:00Z") < dateTime(now()) - 60 * 60 * 24 * 30',
  },
]

/** Returns the GROQ projection that counts the documents of each list: `{"no-guest": count(*[…]), …}`. */
export function countsOf(lists: readonly AttentionList[]): string {
  return `{${lists.map(({id, filter}) => `"${id}": count(*[${filter}])`).join(', ')}}`
}

/** Returns the parameters of all conditions, as a client takes them. */
export function paramsOf(lists: readonly AttentionList[]): Record<string, string[]> {
  return Object.fromEntries(
    lists.flatMap(({params = {}}) =>
      Object.entries(params).map(([name, values]) => [name, [...values]]),
    ),
  )
}

/** Reads the result of `countsOf`, by the id of the list. */
export function readCounts(result: unknown): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(fieldsOf(result)).flatMap(([id, count]): [string, number][] =>
      typeof count === 'number' ? [[id, count]] : [],
    ),
  )
}
