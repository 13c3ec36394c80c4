import {wallClock} from '@touchpoints/calendar/time'
import {fieldsOf, publishedId, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import {referenceTo} from '../../documents/referenceTo.ts'
import {mediaOfLink} from '../../recordings/mediaOfLink.ts'
import type {NewDocument} from '../saveChange.ts'

/** What an editor knows about the recording of a session that was held. */
export type RecordingChoice =
  | {kind: 'link'; link: string}
  /** There will be a recording, but it is not available yet. */
  | {kind: 'later'}
  | {kind: 'notRecorded'; reason: string}

export type RecordingOfSession =
  | {kind: 'recording'; document: NewDocument}
  /** What is wrong with the link or the reason. */
  | {kind: 'problem'; message: string}

/**
 * Returns the recording of a session as a new document, or a problem with what the editor entered.
 *
 * @param touchpoint - the stored session
 * @example recordingOfSession(session, {kind: 'link', link: 'https://youtu.be/Aj84quEIEug'})
 */
export function recordingOfSession(
  touchpoint: unknown,
  choice: RecordingChoice,
): RecordingOfSession {
  const session = fieldsOf(touchpoint)
  const availability = availabilityOf(choice)
  if (availability.kind === 'problem') return availability
  const id = publishedId(textOf(session['_id']) ?? '')
  const schedule = scheduleOf(session['schedule'])
  const slug = textOf(fieldsOf(session['slug'])['current']) ?? id
  return {
    kind: 'recording',
    document: {
      _id: `recording-${id}`,
      _type: 'recording',
      title: textOf(session['title']) ?? 'Untitled session',
      slug: {_type: 'slug', current: slug},
      ...availability.fields,
      ...(schedule && {date: wallClock(schedule.start, schedule.timeZone).date}),
      // The session may not be published yet.
      touchpoint: referenceTo(id, 'touchpoint', {published: false}),
    },
  }
}

/** Returns the fields of a recording that say whether it is available, and where. */
export function availabilityOf(
  choice: RecordingChoice,
): {kind: 'fields'; fields: Record<string, unknown>} | {kind: 'problem'; message: string} {
  switch (choice.kind) {
    case 'later':
      return {kind: 'fields', fields: {availability: 'processing'}}
    case 'notRecorded': {
      const reason = choice.reason.trim()
      return reason === ''
        ? {
            kind: 'problem',
            message:
              'Enter why there is no recording, such as “Held under the Chatham House Rule”.',
          }
        : {
            kind: 'fields',
            fields: {availability: 'notRecorded', notRecordedReason: reason},
          }
    }
    case 'link': {
      const media = mediaOfLink(choice.link)
      return media
        ? {
            kind: 'fields',
            fields: {availability: 'published', media: {_type: 'recordingMedia', ...media}},
          }
        : {
            kind: 'problem',
            message:
              'Not a valid link. Paste one that starts with https://, such as https://youtu.be/Aj84quEIEug.',
          }
    }
  }
}
