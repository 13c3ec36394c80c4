import {communityZone} from '../../meetings/communityZone.ts'
import type {Touchpoint} from '../../meetings/pageContent.ts'
import {oncePerIndex} from '../oncePerIndex.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {byYear, sessionIndex, sessionsOf} from '../sessionIndex.ts'

/** The years that have sessions. */
export interface ArchivePage {
  kind: 'archive'
  /** The latest first. */
  years: readonly {year: string; count: number}[]
}

/** The sessions of a year. */
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

export async function loadArchive({loader, view, documents}: PageRequest): Promise<ArchivePage> {
  const years = yearsIn(await sessionIndex(loader, view), communityZone(documents.data))
  return {kind: 'archive', years: years.map(({year, entries}) => ({year, count: entries.length}))}
}

/** @param year - `YYYY` */
export async function loadYear(
  {loader, view, documents}: PageRequest,
  year: string,
): Promise<YearPage | Absent> {
  const timeZone = communityZone(documents.data)
  const years = yearsIn(await sessionIndex(loader, view), timeZone)
  const at = years.findIndex((each) => each.year === year)
  const part = partOf(years[at]?.entries ?? [], view.part)
  if (at < 0 || !part) return absent
  const sessions = await sessionsOf(loader, view, part.items)
  return {
    kind: 'year',
    year,
    count: years[at]?.entries.length ?? 0,
    sessions: {...part, items: sessions},
    timeZone,
    earlier: years[at + 1]?.year,
    later: years[at - 1]?.year,
  }
}
