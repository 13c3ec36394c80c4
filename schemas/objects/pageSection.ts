import {defineField, defineType} from '@sanity/types'

import {translatedField, translationsField, scalarField} from '../field.ts'
import {optionTitle} from '../scalarTypes.ts'

/** One section of the meetings page. Its list comes from the documents, its text from the editor. */
export const pageSection = defineType({
  name: 'pageSection',
  title: 'Section',
  type: 'object',
  fields: [
    scalarField('kind', 'sectionKind', {title: 'Content', required: true}),
    ...translatedField('heading', 'line', {title: 'Heading', required: true}),
    defineField({name: 'text', title: 'Text', type: 'richText'}),
    translationsField('text', 'richText', {title: 'Text'}),
    defineField({
      name: 'link',
      title: 'Link',
      description: 'For example, a form for proposals.',
      type: 'link',
    }),
  ],
  preview: {
    select: {title: 'heading', kind: 'kind'},
    prepare: ({title, kind}) => ({
      title: String(title ?? 'Untitled'),
      subtitle: optionTitle('sectionKind', kind) ?? '',
    }),
  },
})
