import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'
import {defaultPagePath} from '../defaultPagePath.ts'
import {withRules} from '../withRules.ts'

export const meetingsPage = defineType({
  name: 'meetingsPage',
  title: 'Meetings page',
  type: 'document',
  fields: [
    scalarField('title', 'line', {title: 'Title', required: true}),
    scalarField('path', 'sitePath', {
      title: 'Path',
      required: true,
      initialValue: defaultPagePath,
    }),
    defineField({name: 'introduction', title: 'Introduction', type: 'richText'}),
    defineField({
      name: 'sections',
      title: 'Sections',
      description: 'In the order in which the page shows them.',
      type: 'array',
      of: [defineArrayMember({type: 'pageSection'})],
    }),
    scalarField('submitEventEmail', 'emailAddress', {
      title: 'Submit an event',
      description: 'Where visitors send an event they want listed.',
    }),
    scalarField('conductNote', 'paragraph', {title: 'Code of conduct note'}),
  ],
  validation: withRules('meetingsPage'),
  preview: {select: {title: 'title', subtitle: 'path'}},
})
