import {defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** A working group's own call. When its days are known they stand in the recurrence, not in words. */
export const workingGroupCall = defineType({
  name: 'workingGroupCall',
  title: 'Call',
  type: 'object',
  fields: [
    scalarField('title', 'line', {
      title: 'Text',
      description: 'What the link to the call says, such as “Bi-weekly call”.',
      required: true,
    }),
    defineField({name: 'recurrence', title: 'When', type: 'recurrence'}),
    scalarField('minutes', 'minutes', {title: 'Length in minutes'}),
    scalarField('joinUrl', 'httpsUrl', {title: 'Join link'}),
    defineField({
      name: 'calendar',
      title: 'In calendar',
      type: 'reference',
      to: [{type: 'calendar'}],
    }),
  ],
})
