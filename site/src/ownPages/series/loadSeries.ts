import {type SeriesDates, seriesDates} from '../../meetings/arrangeMeetings.ts'
import {loadAhead} from '../../meetings/loadAhead.ts'
import type {OwnMeeting} from '../../meetings/ownMeetings.ts'
import type {Recording, Series} from '../../meetings/pageContent.ts'
import {builtDates} from '../../whatsOn/horizon.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {loadAllRecordings, recordingsOf} from '../recordings/loadRecordings.ts'
import {sessionIndex} from '../sessionIndex.ts'
import {type SessionLists, sessionLists} from '../sessionLists.ts'

/** All series. */
export interface SeriesListPage {
  kind: 'seriesList'
  /** Series that are active or paused, the community's own first, and then those that have ended. */
  series: Part<SeriesDates>
  nextChangeAt: string | undefined
}

/** A series with its dates and sessions. */
export interface SeriesPage {
  kind: 'series'
  series: Series
  /** Next dates, soonest first. */
  dates: readonly OwnMeeting[]
  sessions: SessionLists
  /** Newest first. */
  recordings: Recording[]
  nextChangeAt: string | undefined
}

/** Dates of a series that its page shows. */
export const maxDates = 8
/** Recordings on the page of a series. */
const maxRecordings = 24

export async function loadSeriesList({
  loader,
  view,
  documents,
}: PageRequest): Promise<SeriesListPage | Absent> {
  const ahead = await loadAhead(loader, view)
  const ended = documents.data.series
    .filter(({lifecycle}) => lifecycle === 'ended')
    .map((series) => ({series, dates: []}))
  const series = partOf([...seriesDates(documents.data.series, ahead.dates), ...ended], view.part)
  return series ? {kind: 'seriesList', series, nextChangeAt: ahead.nextChangeAt} : absent
}

export async function loadSeries(request: PageRequest, slug: string): Promise<SeriesPage | Absent> {
  const {loader, view, documents} = request
  const series = documents.data.series.find((each) => each.slug === slug)
  if (!series) return absent
  const [ahead, index, all] = await Promise.all([
    loadAhead(loader, view),
    sessionIndex(loader, view),
    loadAllRecordings(request),
  ])
  const own = index.filter((entry) => entry.series === series._id)
  const sessions = await sessionLists(request, own)
  if (!sessions) return absent
  return {
    kind: 'series',
    series,
    dates: builtDates(
      ahead.dates.filter((date) => date.series?._id === series._id),
      {shown: maxDates, now: view.now, startOf: ({event}) => event.start},
    ),
    sessions,
    recordings: recordingsOf(all, own).slice(0, maxRecordings),
    nextChangeAt: ahead.nextChangeAt,
  }
}
