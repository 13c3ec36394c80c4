import {statusWord} from '@touchpoints/words/plain'

/** What is done with several sessions at once. */
export interface BulkAct {
  id: string
  /** Label of the button. */
  label: string
  /** What the sessions become, as in "2 sessions become held". */
  becomes: string
  /** What was done, after the number of sessions. */
  done: string
  /** Fields that the act sets. */
  patch: Readonly<Record<string, string>>
  /** Whether visitors need a reason. It is stored as the reason of the cancellation. */
  needsReason?: true
  /** Whether the editor can say that none of the sessions was recorded. */
  asksRecording?: true
}

/** What an editor says about all sessions of an act. */
export interface ActAnswers {
  reason: string
  unrecorded: boolean
}

/** A list of what needs attention in which sessions are handled together. */
export interface BulkList {
  /** Id of the attention list. */
  id: 'still-planned' | 'no-recording'
  acts: readonly BulkAct[]
}

export const bulkLists: readonly BulkList[] = [
  {
    id: 'still-planned',
    acts: [
      {
        id: 'held',
        label: 'Mark as held…',
        becomes: 'held',
        done: 'marked as held',
        patch: {status: 'held'},
        asksRecording: true,
      },
      {
        id: 'held-unrecorded',
        label: 'Held, no recording…',
        becomes: 'held without a recording',
        done: 'marked as held without a recording',
        patch: {status: 'held', recordingPolicy: 'notRecorded'},
      },
      {
        id: 'cancelled',
        label: 'Canceled…',
        becomes: statusWord({language: 'en'}, 'cancelled').toLowerCase(),
        done: 'marked as canceled',
        patch: {status: 'cancelled'},
        needsReason: true,
      },
    ],
  },
  {
    id: 'no-recording',
    acts: [
      {
        id: 'unrecorded',
        label: 'No recording…',
        becomes: 'not recorded',
        done: 'marked as not recorded',
        patch: {recordingPolicy: 'notRecorded'},
      },
    ],
  },
]

/** Returns the fields that an act sets. */
export function patchOf(
  {patch, needsReason, asksRecording}: BulkAct,
  {reason, unrecorded}: ActAnswers,
): Record<string, string> {
  return {
    ...patch,
    ...(needsReason && {cancelReason: reason}),
    ...(asksRecording && unrecorded && {recordingPolicy: 'notRecorded'}),
  }
}
