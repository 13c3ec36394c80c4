import {wallClock} from '@touchpoints/calendar/time'
import {fieldsOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import {referenceTo} from '../documents/referenceTo.ts'
import {mediaOfLink} from '../recordings/mediaOfLink.ts'

/**
 * The recording of a session, ready to be stored: processing while nobody knows where it is, published
 * once a link is given.
 *
 * @param link - a YouTube link in any of its forms, another https link, or empty
 * @returns what is wrong with the link, when something is
 */
export function recordingOf(
  touchpoint: unknown,
  link: string,
): {kind: 'recording'; value: Record<string, unknown>} | {kind: 'problem'; message: string} {
  const session = fieldsOf(touchpoint)
  const given = link.trim() !== ''
  const media = given ? mediaOfLink(link) : undefined
  if (given && !media) {
    return {
      kind: 'problem',
      message: 'That is no link: paste one that starts with https://, or leave it empty for now.',
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
      // The session may be a draft still.
      touchpoint: referenceTo(id, 'touchpoint', {published: false}),
    },
  }
}
