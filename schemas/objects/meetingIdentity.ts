import {defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/**
 * One of two meetings that a decision is about: a document, or an event of a calendar.
 *
 * References are weak, because a decision must not keep anyone from deleting a session. A decision about a
 * deleted document says nothing.
 */
export const meetingIdentity = defineType({
  name: 'meetingIdentity',
  title: 'Meeting',
  type: 'object',
  fields: [
    scalarField('title', 'line', {
      title: 'Title',
      description: 'Title of the meeting when this was decided.',
    }),
    defineField({
      name: 'document',
      title: 'Session or series',
      description: 'Leave empty for an event of a calendar.',
      type: 'reference',
      weak: true,
      to: [{type: 'touchpoint'}, {type: 'series'}],
    }),
    defineField({
      name: 'calendar',
      title: 'Calendar',
      description: 'Calendar that contains the event.',
      type: 'reference',
      weak: true,
      to: [{type: 'calendar'}],
    }),
    scalarField('eventUid', 'eventUid', {
      title: 'Calendar event UID',
      description: 'UID of the event in the calendar. One UID names all dates of a series.',
    }),
  ],
})
