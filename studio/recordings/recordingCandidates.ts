import {fieldsOf, textOf} from '@touchpoints/schemas/reading'

import type {RecordingFacts} from './matchRecording.ts'

/** GROQ query for recordings without a session, latest first. */
export const recordingCandidatesQuery = `*[_type == "recording" && !defined(touchpoint)]
  | order(date desc)[0...300]{_id, title, date}`

export function readRecording(document: unknown): RecordingFacts | undefined {
  const stored = fieldsOf(document)
  const id = textOf(stored['_id'])
  return id === undefined
    ? undefined
    : {id, title: textOf(stored['title']), date: textOf(stored['date'])}
}
