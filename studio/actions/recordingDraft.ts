import {wallClock} from '@touchpoints/calendar/time'
import {fieldsOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import {referenceTo} from '../documents/referenceTo.ts'
import {mediaOfLink} from '../recordings/mediaOfLink.ts'

/**
 * Returns the recording of a session, without an id and type, or a problem with the link.
 *
 * Its availability is "processing" without a link and "published" with one.
 *
 * @param link - a YouTube link in any form, another https link, or an empty text
 */
export function recordingDraft(
  touchpoint: unknown,
  link: string,
): {kind: 'recording'; value: Record<string, unknown>} | {kind: 'problem'; message: string} {
  const session = fieldsOf(touchpoint)
  const hasLink = link.trim() !== ''
  const media = hasLink ? mediaOfLink(link) : undefined
  if (hasLink && !media) {
    return {
      kind: 'problem',
      message:
        'Not a valid link. Paste one that starts with https://, such as https://youtu.be/Aj84quEIEug, or leave the field empty.',
    }
  }
  const id = textOf(session['_id'])?.replace(/^drafts\./, '') ?? ''
  const schedule = scheduleOf(session['schedule'])
  const slug = textOf(fieldsOf(session['slug'])['current']) ?? id
  return {
    kind: 'recording',
    value: {
      title: textOf(session['title']) ?? 'Untitled session',
      slug: {_type: 'slug', current: slug},
      availability: media ? 'published' : 'processing',
      ...(media && {media: {_type: 'recordingMedia', ...media}}),
      ...(schedule && {date: wallClock(schedule.start, schedule.timeZone).date}),
      // The session may not be published yet.
      touchpoint: referenceTo(id, 'touchpoint', {published: false}),
    },
  }
}
