import {recordFacts} from '../../http/pageFacts.ts'
import type {Recording, Touchpoint} from '../../meetings/pageContent.ts'
import {absent, type Absent, type PageRequest} from '../pageRequest.ts'
import type {Part} from '../pagination.ts'

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

export async function loadRecordings({
  loader,
  view,
}: PageRequest): Promise<RecordingsPage | Absent> {
  const {part: page = 1} = view
  const offset = (page - 1) * recordingsOnPage
  const result = await loader.recordings({offset, limit: recordingsOnPage})
  recordFacts(view, result)
  const pages = Math.max(1, Math.ceil(result.total / recordingsOnPage))
  if (page > pages) return absent
  return {
    kind: 'recordings',
    recordings: {items: result.data, page, pages},
    total: result.total,
  }
}

export async function loadRecording(
  {loader, view}: PageRequest,
  slug: string,
): Promise<RecordingPage | Absent> {
  const result = await loader.recordings({slug, limit: 1})
  recordFacts(view, result)
  const [recording] = result.data
  if (!recording) return absent
  const {touchpoint} = recording
  const sessions = touchpoint && (await loader.touchpoints({slug: touchpoint.slug, limit: 1}))
  if (sessions) recordFacts(view, sessions)
  return {kind: 'recording', recording, session: sessions?.data[0]}
}
