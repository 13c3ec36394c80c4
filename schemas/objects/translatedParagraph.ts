import {defineArrayMember, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/**
 * The translations of a field. The field itself has the text in the default language.
 *
 * Stored as sanity-plugin-internationalized-array stores them, so that its tools read them.
 */
export const translatedParagraph = defineType({
  name: 'translatedParagraph',
  title: 'Translations',
  type: 'array',
  of: [defineArrayMember({type: 'paragraphTranslation'})],
})

export const paragraphTranslation = defineType({
  name: 'paragraphTranslation',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    scalarField('value', 'paragraph', {title: 'Text'}),
  ],
  preview: {select: {title: 'value', subtitle: 'language'}},
})
