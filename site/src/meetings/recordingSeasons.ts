import type {Words} from '@touchpoints/words'

import type {Recording} from './pageContent.ts'

/** Recordings with a common heading. */
export interface Season {
  title: string
  recordings: Recording[]
}

/**
 * Groups recordings by season, or by year if they have no season. The newest group comes first, by the
 * latest year in its title or its dates. Groups without a year come last.
 */
export function recordingSeasons(recordings: readonly Recording[], {say}: Words): Season[] {
  const groups = Map.groupBy(
    recordings,
    (each) => each.season ?? yearOf(each) ?? say('site.otherRecordings'),
  )
  return [...groups]
    .map(([title, members]) => ({title, recordings: members.sort(newestFirst)}))
    .sort((a, b) => latest(b) - latest(a) || a.title.localeCompare(b.title))
}

function latest({title, recordings}: Season): number {
  const named = [...title.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year))
  const recorded = recordings.map((each) => Number(yearOf(each) ?? 0))
  return [...named, ...recorded].reduce((a, b) => Math.max(a, b), 0)
}

function newestFirst(a: Recording, b: Recording): number {
  return dayOf(b).localeCompare(dayOf(a)) || a.title.localeCompare(b.title)
}

function yearOf(recording: Recording): string | undefined {
  return dayOf(recording).slice(0, 4) || undefined
}

function dayOf({date, touchpoint}: Recording): string {
  return date ?? touchpoint?.start.slice(0, 10) ?? ''
}
