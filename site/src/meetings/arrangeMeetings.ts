import type {OwnMeeting} from './ownMeetings.ts'
import type {Series} from './pageContent.ts'

/** A series with its next dates. */
export interface SeriesDates {
  series: Series
  /** Soonest first, including dates that are to be announced, off or moved. */
  dates: OwnMeeting[]
}

/** Returns the series that are active or paused with their dates, the community's own first. */
export function seriesDates(
  series: readonly Series[],
  ahead: readonly OwnMeeting[],
): SeriesDates[] {
  return series
    .filter(({lifecycle}) => lifecycle !== 'ended')
    .map((each) => ({series: each, dates: ahead.filter((date) => date.series?._id === each._id)}))
    .toSorted((a, b) => Number(a.series.group !== null) - Number(b.series.group !== null))
}
