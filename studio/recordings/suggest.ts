import {
  matchRecording,
  minScore,
  type RecordingMatch,
  type RecordingFacts,
  type SessionFacts,
} from './matchRecording.ts'

/** A suggested item with its score and reasons. */
export type Suggestion<Item> = RecordingMatch & {item: Item}

/** The maximum number of suggestions. For more, editors can search in the reference field. */
const maxSuggestions = 3

/**
 * Returns the sessions that a recording is probably of, most likely first.
 *
 * @example suggestSessions({id: 'r', title: 'SBOM journey', date: '2025-02-13'}, sessions)[0]?.reasons // ['similar title', 'same day']
 */
export function suggestSessions(
  recording: RecordingFacts,
  sessions: readonly SessionFacts[],
): Suggestion<SessionFacts>[] {
  return best(sessions, (session) => matchRecording(recording, session))
}

/** Returns the recordings that are probably of a session, most likely first. */
export function suggestRecordings(
  session: SessionFacts,
  recordings: readonly RecordingFacts[],
): Suggestion<RecordingFacts>[] {
  return best(recordings, (recording) => matchRecording(recording, session))
}

function best<Of>(all: readonly Of[], matchOf: (each: Of) => RecordingMatch): Suggestion<Of>[] {
  return all
    .map((item) => ({item, ...matchOf(item)}))
    .filter(({score}) => score >= minScore)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, maxSuggestions)
}
