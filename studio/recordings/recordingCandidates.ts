import {fieldsOf, textOf} from '@touchpoints/schemas/reading'

import type {RecordingFacts} from './likeness.ts'

/** Recordings that belong to no session yet, the latest first. */
export const recordingCandidatesQuery = `*[_type == "recording" && !defined(touchpoint)]
  | order(date desc)[0...300]{_id, title, date}`

export function readRecording(answer: unknown): RecordingFacts | undefined {
  const stored = fieldsOf(answer)
  const id = textOf(stored['_id'])
  return id === undefined
    ? undefined
    : {id, title: textOf(stored['title']), date: textOf(stored['date'])}
}
