import {keysOf} from '../calendar/legend.ts'
import type {Calendar} from '../meetings/pageContent.ts'
import {slugOf} from '../text/slugOf.ts'
import {type FilterName, filterNames} from './filterNames.ts'
import type {Filters} from './readFilters.ts'
import {seriesName} from './meetingNames.ts'
import type {Upcoming} from './upcomingMeetings.ts'

/** A value that a visitor can choose. */
export interface FilterChoice {
  /** Value in the address. */
  value: string
  title: string
}

/** A value with the number of meetings that have it. */
export interface CountedChoice extends FilterChoice {
  count: number
}

export type FilterChoices = Record<FilterName, CountedChoice[]>

/** What the community has. A group without a meeting in the next months is a choice, with a count of 0. */
export interface FilterDocuments {
  workingGroups: readonly Named[]
  series: readonly (Named & {group: {title: string} | null})[]
  calendars: readonly Calendar[]
  /** Slugs of the topics of the meetings, by name. They are those of the topics' pages. */
  topicSlugs: ReadonlyMap<string, string>
}

type Named = {slug: string; title: string}

/**
 * Returns the values by which the meetings can be chosen, by title.
 *
 * @param language - BCP 47, for the order of the titles
 */
export function filterChoices(
  meetings: readonly Upcoming[],
  documents: FilterDocuments,
  language: string,
): FilterChoices {
  const {workingGroups, series, calendars} = documents
  const values = meetings.map((meeting) => valuesOf(meeting, documents))
  const choicesOf = (name: FilterName, all: readonly Named[] = []) => {
    const counts = new Map<string, CountedChoice>(
      all.map(({slug, title}) => [slug, {value: slug, title, count: 0}]),
    )
    for (const {value, title} of values.flatMap((each) => each[name])) {
      const known = counts.get(value)
      counts.set(value, {value, title: known?.title ?? title, count: (known?.count ?? 0) + 1})
    }
    return [...counts.values()].toSorted((a, b) => a.title.localeCompare(b.title, language))
  }
  return {
    group: choicesOf('group', workingGroups),
    series: choicesOf('series', series.map(namedSeries)),
    topic: choicesOf('topic'),
    region: choicesOf('region'),
    calendar: choicesOf('calendar', calendars),
  }
}

/** The meetings that match, and the requested values that nothing has. */
export interface FilterResult {
  meetings: Upcoming[]
  /** The choices that are in effect. */
  active: (FilterChoice & {name: FilterName})[]
  /** Requested values that are not among the choices. They are ignored. */
  unknown: string[]
}

/**
 * Returns the meetings that match each requested value. The list, its count and its notices come from this
 * function.
 */
export function filterMeetings(
  meetings: readonly Upcoming[],
  documents: Pick<FilterDocuments, 'calendars' | 'topicSlugs'>,
  choices: FilterChoices,
  filters: Filters,
): FilterResult {
  const requested = filterNames.flatMap((name) => {
    const value = filters[name]
    return value === undefined ? [] : [{name, value}]
  })
  const active = requested.flatMap(({name, value}) => {
    const choice = choices[name].find((each) => each.value === value)
    return choice ? [{name, ...choice}] : []
  })
  const unknown = requested
    .filter(({name, value}) => !choices[name].some((each) => each.value === value))
    .map(({value}) => value)
  const matches = (meeting: Upcoming) => {
    const values = valuesOf(meeting, documents)
    return active.every(({name, value}) => values[name].some((each) => each.value === value))
  }
  return {meetings: active.length === 0 ? [...meetings] : meetings.filter(matches), active, unknown}
}

/** Writes what a meeting can be chosen by as the value of an attribute: `group:docs topic:security`. */
export function filterTokens(
  meeting: Upcoming,
  documents: Pick<FilterDocuments, 'calendars' | 'topicSlugs'>,
): string {
  const values = valuesOf(meeting, documents)
  return filterNames.flatMap((name) => values[name].map(({value}) => `${name}:${value}`)).join(' ')
}

function namedSeries({slug, title, group}: FilterDocuments['series'][number]): Named {
  return {slug, title: seriesName({title, group: group?.title})}
}

function valuesOf(
  {published, own}: Upcoming,
  {calendars, topicSlugs}: Pick<FilterDocuments, 'calendars' | 'topicSlugs'>,
): Record<FilterName, FilterChoice[]> {
  const {workingGroup, topics, regions} = published
  const series = own?.series
  const keys = keysOf({calendarIds: published.calendars}, calendars)
  return {
    group: workingGroup?.slug ? [{value: workingGroup.slug, title: workingGroup.title}] : [],
    series: series ? [{value: series.slug, title: namedSeries(series).title}] : [],
    topic: topics.flatMap((title) => {
      const value = topicSlugs.get(title)
      return value === undefined ? [] : [{value, title}]
    }),
    region: regions.map((title) => ({value: slugOf(title), title})),
    calendar: calendars
      .filter(({slug}) => keys.includes(slug))
      .map(({slug, title}) => ({value: slug, title})),
  }
}
