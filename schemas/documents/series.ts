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
    defineField({
      name: 'calendar',
      title: 'Calendar',
      description:
        'One of your calendars that contains the dates. It then decides about them: a date that it leaves out is shown as canceled.',
      type: 'reference',
      to: [{type: 'calendar'}],
    }),
    scalarField('eventUid', 'eventUid', {
      title: 'Event in the calendar',
      description:
        'UID of the event, such as 4f1k2j@google.com. Needed only if the event has another title. The calendar’s file has it in a line that starts with UID:',
      hidden: ({parent}) => !parent?.calendar && !parent?.eventUid,
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
