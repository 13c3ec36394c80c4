import type {Recording} from './pageContent.ts'

export interface Season {
  title: string
  recordings: Recording[]
}

/**
 * Recordings under their season, else under the year they were made. The newest group first, by the
 * latest year that its title or its dates name; one that names none goes last.
 */
export function recordingSeasons(recordings: readonly Recording[]): Season[] {
  const groups = Map.groupBy(recordings, (each) => each.season ?? yearOf(each) ?? 'More recordings')
  return [...groups]
    .map(([title, members]) => ({title, recordings: members.sort(newestFirst)}))
    .sort((a, b) => latest(b) - latest(a) || a.title.localeCompare(b.title))
}

function latest({title, recordings}: Season): number {
  const named = [...title.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year))
  const made = recordings.map((each) => Number(yearOf(each) ?? 0))
  return Math.max(0, ...named, ...made)
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
