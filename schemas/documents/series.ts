import {defineField, defineType} from '@sanity/types'

import {scalarField, scalarListField, slugField} from '../field.ts'
import {withRules} from '../withRules.ts'

export const series = defineType({
  name: 'series',
  title: 'Series',
  type: 'document',
  fields: [
    scalarField('title', 'line', {title: 'Title', required: true}),
    slugField('title'),
    scalarField('kind', 'seriesKind', {title: 'Kind', required: true, initialValue: 'touchpoint'}),
    scalarListField('regions', 'region', {
      title: 'Regions',
      description: 'Regions where the sessions take place during working hours.',
    }),
    scalarField('description', 'paragraph', {title: 'Description'}),
    defineField({
      name: 'cadence',
      title: 'Cadence',
      description: 'How often the series meets. Leave empty if it meets on demand.',
      type: 'recurrence',
    }),
    scalarField('minutes', 'minutes', {title: 'Usual length in minutes', initialValue: 60}),
    scalarField('audience', 'audience', {
      title: 'Audience',
      required: true,
      initialValue: 'everyone',
    }),
    defineField({
      name: 'defaultLinks',
      title: 'Default links',
      description: 'Used for each session that has no link of its own.',
      type: 'meetingLinks',
    }),
  ],
  validation: withRules('series'),
  preview: {select: {title: 'title', subtitle: 'description'}},
})
