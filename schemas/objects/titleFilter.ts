import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'
import {optionTitle} from '../scalarTypes.ts'

/** Shows or hides events of a feed by a text in their titles. */
export const titleFilter = defineType({
  name: 'titleFilter',
  title: 'Title filter',
  type: 'object',
  fields: [
    scalarField('action', 'filterAction', {
      title: 'Action',
      required: true,
      initialValue: 'include',
    }),
    scalarField('text', 'line', {title: 'Title contains', required: true}),
  ],
  preview: {
    select: {action: 'action', text: 'text'},
    prepare: ({action, text}) => ({
      title: `${optionTitle('filterAction', action) ?? 'Include'} “${text ?? ''}”`,
    }),
  },
})
