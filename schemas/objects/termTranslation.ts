import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

export const termTranslation = defineType({
  name: 'termTranslation',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    scalarField('singular', 'line', {title: 'Singular', required: true}),
    scalarField('plural', 'line', {title: 'Plural', required: true}),
  ],
  preview: {select: {title: 'singular', subtitle: 'language'}},
})
