import type {LoaderResult} from 'touchpoints'

import type {Recording, Touchpoint} from '../../meetings/pageContent.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import {type Part, partOf} from '../pagination.ts'
import {publishedRead} from '../publishedRead.ts'
import {type SessionEntry, sessionIndex, sessionsOf} from '../sessionIndex.ts'

/** All recordings. */
export interface RecordingsPage {
  kind: 'recordings'
  /** Newest first. */
  recordings: Part<Recording>
  total: number
}

/** A recording with its session. */
export interface RecordingPage {
  kind: 'recording'
  recording: Recording
  /** Undefined for an older webinar without a session. */
  session: Touchpoint | undefined
}

/** Recordings on one page. */
const recordingsOnPage = 60

const readRecordings = publishedRead<LoaderResult<Recording[]>>()

/** Loads all recordings, newest first. All pages of a language share them. */
export async function loadAllRecordings({
  loader,
  view,
}: Pick<PageRequest, 'loader' | 'view'>): Promise<Recording[]> {
  return (await readRecordings(view, '', () => loader.recordings())).data
}

/** Returns the recordings of some sessions. */
export function recordingsOf(
  recordings: readonly Recording[],
  entries: readonly SessionEntry[],
): Recording[] {
  const ids = new Set(entries.map(({_id}) => _id))
  return recordings.filter(({touchpoint}) => touchpoint && ids.has(touchpoint._id))
}

export async function loadRecordings(request: PageRequest): Promise<RecordingsPage | Absent> {
  const all = await loadAllRecordings(request)
  const recordings = partOf(all, request.view.part, recordingsOnPage)
  return recordings ? {kind: 'recordings', recordings, total: all.length} : absent
}

export async function loadRecording(
  request: PageRequest,
  slug: string,
): Promise<RecordingPage | Absent> {
  const {loader, view} = request
  const [all, index] = await Promise.all([loadAllRecordings(request), sessionIndex(loader, view)])
  const recording = all.find((each) => each.slug === slug)
  if (!recording) return absent
  const entries = index.filter(({_id}) => _id === recording.touchpoint?._id)
  const [session] = await sessionsOf(loader, view, entries)
  return {kind: 'recording', recording, session}
}
