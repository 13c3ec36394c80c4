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
      description: 'Calendar that contains the call.',
      type: 'reference',
      to: [{type: 'calendar'}],
    }),
  ],
})
