import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** Which of a feed's events are shown, by words in their titles. */
export const titleFilter = defineType({
  name: 'titleFilter',
  title: 'Title filter',
  type: 'object',
  fields: [
    scalarField('action', 'filterAction', {title: 'Do', required: true, initialValue: 'include'}),
    scalarField('text', 'line', {title: 'Events whose title contains', required: true}),
  ],
  preview: {
    select: {action: 'action', text: 'text'},
    prepare: ({action, text}) => ({title: `${action ?? 'include'} “${text ?? ''}”`}),
  },
})
