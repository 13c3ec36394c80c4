import {defineType} from '@sanity/types'

import {translatedField} from '../field.ts'

/** A word that many documents have, such as the kind of a group, with its translations. */
export const label = defineType({
  name: 'label',
  title: 'Word',
  type: 'object',
  fields: translatedField('text', 'line', {
    title: 'Word',
    description: 'Exactly as the documents have it, such as Chair.',
    required: true,
  }),
  preview: {select: {title: 'text'}},
})
