import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField, scalarListField} from '../field.ts'

/**
 * The translations of a field. The field itself has the text in the default language.
 *
 * The names and the shape are those of sanity-plugin-internationalized-array 5, so that tools for
 * translation that know the plugin can read and write them.
 */
export const internationalizedArrayLine = defineType({
  name: 'internationalizedArrayLine',
  title: 'Translations',
  type: 'array',
  of: [defineArrayMember({type: 'internationalizedArrayLineValue'})],
})

export const internationalizedArrayLines = defineType({
  name: 'internationalizedArrayLines',
  title: 'Translations',
  type: 'array',
  of: [defineArrayMember({type: 'internationalizedArrayLinesValue'})],
})

export const internationalizedArrayParagraph = defineType({
  name: 'internationalizedArrayParagraph',
  title: 'Translations',
  type: 'array',
  of: [defineArrayMember({type: 'internationalizedArrayParagraphValue'})],
})

export const internationalizedArrayRichText = defineType({
  name: 'internationalizedArrayRichText',
  title: 'Translations',
  type: 'array',
  of: [defineArrayMember({type: 'internationalizedArrayRichTextValue'})],
})

export const internationalizedArrayLineValue = defineType({
  name: 'internationalizedArrayLineValue',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    scalarField('value', 'line', {title: 'Text'}),
  ],
  preview: {select: {title: 'value', subtitle: 'language'}},
})

export const internationalizedArrayLinesValue = defineType({
  name: 'internationalizedArrayLinesValue',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    scalarListField('value', 'line', {title: 'Lines'}),
  ],
  preview: {select: {title: 'language'}},
})

export const internationalizedArrayParagraphValue = defineType({
  name: 'internationalizedArrayParagraphValue',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    scalarField('value', 'paragraph', {title: 'Text'}),
  ],
  preview: {select: {title: 'value', subtitle: 'language'}},
})

export const internationalizedArrayRichTextValue = defineType({
  name: 'internationalizedArrayRichTextValue',
  title: 'Translation',
  type: 'object',
  fields: [
    scalarField('language', 'languageTag', {title: 'Language', required: true}),
    defineField({name: 'value', title: 'Text', type: 'richText'}),
  ],
  preview: {select: {title: 'language'}},
})
