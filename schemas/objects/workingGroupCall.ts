import {defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** The regular call of a working group. Its dates are a recurrence, not a text. */
export const workingGroupCall = defineType({
  name: 'workingGroupCall',
  title: 'Call',
  type: 'object',
  fields: [
    scalarField('title', 'line', {
      title: 'Link text',
      description: 'Text of the link to the call, such as “Bi-weekly call”.',
      required: true,
    }),
    scalarField('audience', 'audience', {title: 'Audience', initialValue: 'everyone'}),
    defineField({name: 'recurrence', title: 'Cadence', type: 'recurrence'}),
    scalarField('minutes', 'minutes', {title: 'Length in minutes'}),
    scalarField('joinUrl', 'httpsUrl', {title: 'Join link'}),
    defineField({
      name: 'calendar',
      title: 'Calendar',
      description:
        'One of your calendars that contains the call. It then decides about its dates: a date that it leaves out is shown as canceled.',
      type: 'reference',
      to: [{type: 'calendar'}],
    }),
    scalarField('eventUid', 'eventUid', {
      title: 'Event in the calendar',
      description:
        'UID of the event, such as 4f1k2j@google.com. Needed only if the event has another title. The calendar’s file has it in a line that starts with UID:',
      hidden: ({parent}) => !parent?.calendar && !parent?.eventUid,
    }),
  ],
})
