import {defineArrayMember, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/**
 * The translations of a field. The field itself has the text in the default language.
 *
 * Stored as sanity-plugin-internationalized-array stores them, so that its tools read them.
 */
export const translatedLine = defineType({
  name: 'translatedLine',
  title: 'Translations',
  type: 'array',
  of: [defineArrayMember({type: 'lineTranslation'})],
})

export const lineTranslation = defineType({
  name: 'lineTranslation',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    scalarField('value', 'line', {title: 'Text'}),
  ],
  preview: {select: {title: 'value', subtitle: 'language'}},
})
