import {
  likeness,
  suggestedFrom,
  type Likeness,
  type RecordingFacts,
  type SessionFacts,
} from './likeness.ts'

/** One of several, with how likely it is and why. */
export type Suggestion<Of> = Likeness & {of: Of}

/** More than three are a list to search in, and for that there is the reference's own field. */
const most = 3

/**
 * The sessions that a recording is probably of, the likeliest first.
 *
 * @example suggestSessions({id: 'r', title: 'SBOM journey', date: '2025-02-13'}, sessions)[0]?.reasons // ['a similar title', 'the same day']
 */
export function suggestSessions(
  recording: RecordingFacts,
  sessions: readonly SessionFacts[],
): Suggestion<SessionFacts>[] {
  return best(sessions, (session) => likeness(recording, session))
}

/** The recordings that are probably of a session, the likeliest first. */
export function suggestRecordings(
  session: SessionFacts,
  recordings: readonly RecordingFacts[],
): Suggestion<RecordingFacts>[] {
  return best(recordings, (recording) => likeness(recording, session))
}

function best<Of>(all: readonly Of[], likenessOf: (each: Of) => Likeness): Suggestion<Of>[] {
  return all
    .map((of) => ({of, ...likenessOf(of)}))
    .filter(({score}) => score >= suggestedFrom)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
}
