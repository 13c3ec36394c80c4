import {recordFacts} from '../../http/pageFacts.ts'
import {communityZone} from '../../meetings/communityZone.ts'
import type {Touchpoint} from '../../meetings/pageContent.ts'
import {oncePerIndex} from '../oncePerIndex.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {
  byYear,
  endOf,
  pastYears,
  sessionIndex,
  sessionsOf,
  type YearEntries,
} from '../sessionIndex.ts'

/** The years that have past sessions. What is to come is on the list and the calendar. */
export interface ArchivePage {
  kind: 'archive'
  /** The latest first. */
  years: readonly {year: string; count: number}[]
}

/** The past sessions of a year. */
export interface YearPage {
  kind: 'year'
  year: string
  count: number
  /** The latest first. */
  sessions: Part<Touchpoint>
  /** IANA id of the zone that divides the sessions into months. */
  timeZone: string
  earlier: string | undefined
  later: string | undefined
}

/** By the zone of the community. */
const yearsIn = oncePerIndex(byYear)

/** Loads the past sessions by year. The page changes when a session ends. */
async function loadYears({loader, view, documents}: PageRequest): Promise<YearEntries[]> {
  const entries = await sessionIndex(loader, view)
  recordFacts(view, {syncTags: []}, entries.map(endOf))
  return pastYears(yearsIn(entries, communityZone(documents.data)), view.now)
}

export async function loadArchive(request: PageRequest): Promise<ArchivePage> {
  const years = await loadYears(request)
  return {kind: 'archive', years: years.map(({year, entries}) => ({year, count: entries.length}))}
}

/** @param year - `YYYY` */
export async function loadYear(request: PageRequest, year: string): Promise<YearPage | Absent> {
  const {loader, view, documents} = request
  const years = await loadYears(request)
  const at = years.findIndex((each) => each.year === year)
  const part = partOf(years[at]?.entries ?? [], view.part)
  if (at < 0 || !part) return absent
  const sessions = await sessionsOf(loader, view, part.items)
  return {
    kind: 'year',
    year,
    count: years[at]?.entries.length ?? 0,
    sessions: {...part, items: sessions},
    timeZone: communityZone(documents.data),
    earlier: years[at + 1]?.year,
    later: years[at - 1]?.year,
  }
}
