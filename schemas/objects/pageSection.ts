import {defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** One part of the meetings page. What it lists follows the documents; only its words are typed. */
export const pageSection = defineType({
  name: 'pageSection',
  title: 'Section',
  type: 'object',
  fields: [
    scalarField('kind', 'sectionKind', {title: 'Shows', required: true}),
    scalarField('heading', 'line', {title: 'Heading', required: true}),
    defineField({name: 'text', title: 'Text', type: 'richText'}),
    defineField({
      name: 'link',
      title: 'Link',
      description: 'Such as the form that takes proposals.',
      type: 'link',
    }),
  ],
  preview: {select: {title: 'heading', subtitle: 'kind'}},
})
