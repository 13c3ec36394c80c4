import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/**
 * The translations of a field. The field itself has the text in the default language.
 *
 * Stored as sanity-plugin-internationalized-array stores them, so that its tools read them.
 */
export const translatedRichText = defineType({
  name: 'translatedRichText',
  title: 'Translations',
  type: 'array',
  of: [defineArrayMember({type: 'richTextTranslation'})],
})

export const richTextTranslation = defineType({
  name: 'richTextTranslation',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    defineField({name: 'value', title: 'Text', type: 'richText'}),
  ],
  preview: {select: {title: 'value', subtitle: 'language'}},
})
