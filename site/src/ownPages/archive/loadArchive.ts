import {recordFacts} from '../../http/pageFacts.ts'
import {communityZone} from '../../meetings/communityZone.ts'
import type {Touchpoint} from '../../meetings/pageContent.ts'
import {oncePerIndex} from '../oncePerIndex.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {byYear, endOf, type PastYear, pastYears, sessionIndex, sessionsOf} from '../sessionIndex.ts'

/** The years that have past sessions. What is to come is on the list and the calendar. */
export interface ArchivePage {
  kind: 'archive'
  /** The latest first. */
  years: readonly ArchiveYear[]
}

/** A year of the archive. */
export interface ArchiveYear {
  /** `YYYY` */
  year: string
  count: number
  /** UTC instants at which a static site counts one more. */
  ends: string[]
}

/** The past sessions of a year. */
export interface YearPage {
  kind: 'year'
  year: string
  count: number
  /** UTC instants at which a static site counts one more. */
  ends: string[]
  /** The latest first. The first part of a static site begins with those that have not ended. */
  sessions: Part<Touchpoint>
  /** IANA id of the zone that divides the sessions into months. */
  timeZone: string
  earlier: ArchiveYear | undefined
  later: ArchiveYear | undefined
}

/** By the zone of the community. */
const yearsIn = oncePerIndex(byYear)

/** Loads the past sessions by year. The page changes when a session ends. */
async function loadYears({loader, view, documents}: PageRequest): Promise<PastYear[]> {
  const entries = await sessionIndex(loader, view)
  recordFacts(view, {syncTags: []}, entries.map(endOf))
  return pastYears(yearsIn(entries, communityZone(documents.data)), view.now)
}

export async function loadArchive(request: PageRequest): Promise<ArchivePage> {
  const years = await loadYears(request)
  return {kind: 'archive', years: years.map(archiveYear)}
}

function archiveYear({year, entries, coming}: PastYear): ArchiveYear {
  return {year, count: entries.length, ends: coming.flatMap((entry) => endOf(entry) ?? [])}
}

/** @param year - `YYYY` */
export async function loadYear(request: PageRequest, year: string): Promise<YearPage | Absent> {
  const {loader, view, documents} = request
  const years = await loadYears(request)
  const at = years.findIndex((each) => each.year === year)
  const own = years[at]
  const part = partOf(own?.entries ?? [], view.part)
  if (!own || !part) return absent
  const coming = part.page === 1 ? own.coming : []
  const sessions = await sessionsOf(loader, view, [...coming, ...part.items])
  const [earlier, later] = [years[at + 1], years[at - 1]]
  return {
    kind: 'year',
    ...archiveYear(own),
    sessions: {...part, items: sessions},
    timeZone: communityZone(documents.data),
    earlier: earlier && archiveYear(earlier),
    later: later && archiveYear(later),
  }
}
