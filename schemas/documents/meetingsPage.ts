import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField, translatedField, translationsField} from '../field.ts'
import {defaultPagePath} from '../defaultPagePath.ts'
import {withRules} from '../withRules.ts'

export const meetingsPage = defineType({
  name: 'meetingsPage',
  title: 'Meetings page',
  type: 'document',
  fields: [
    ...translatedField('title', 'line', {title: 'Title', required: true}),
    scalarField('path', 'sitePath', {
      title: 'Path',
      required: true,
      initialValue: defaultPagePath,
    }),
    defineField({name: 'introduction', title: 'Introduction', type: 'richText'}),
    translationsField('introduction', 'richText', {title: 'Introduction'}),
    defineField({
      name: 'sections',
      title: 'Sections',
      description: 'The page shows the sections in this order.',
      type: 'array',
      of: [defineArrayMember({type: 'pageSection'})],
    }),
    scalarField('submitEventEmail', 'emailAddress', {
      title: 'Email for event submissions',
      description: 'Shown under the calendar, for visitors who want to add an event.',
    }),
    ...translatedField('conductNote', 'paragraph', {
      title: 'Code of conduct note',
      description: 'Shown at the bottom of each page.',
    }),
  ],
  validation: withRules('meetingsPage'),
  preview: {select: {title: 'title', subtitle: 'path'}},
})
