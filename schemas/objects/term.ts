import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** A word in the singular and the plural, as it is written within a sentence. */
export const term = defineType({
  name: 'term',
  title: 'Word',
  type: 'object',
  fields: [
    scalarField('singular', 'line', {title: 'Singular', placeholder: 'touchpoint'}),
    scalarField('plural', 'line', {title: 'Plural', placeholder: 'touchpoints'}),
    defineField({
      name: 'translations',
      title: 'Translations',
      type: 'array',
      of: [defineArrayMember({type: 'termTranslation'})],
    }),
  ],
  options: {columns: 2},
})
