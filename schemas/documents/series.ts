import {defineField, defineType} from '@sanity/types'

import {scalarField, scalarListField, slugField, translatedField} from '../field.ts'
import {withRules} from '../withRules.ts'

/** What meets again. */
export const series = defineType({
  name: 'series',
  title: 'Series',
  type: 'document',
  groups: [
    {name: 'meeting', title: 'Meeting', default: true},
    {name: 'calendar', title: 'Calendar'},
    {name: 'text', title: 'Text and links'},
  ],
  fields: [
    ...translatedField('title', 'line', {title: 'Title', group: 'meeting', required: true}),
    slugField('title', {group: 'meeting'}),
    defineField({
      name: 'group',
      title: 'Group',
      description: 'The group that meets. Leave empty if it is the whole community.',
      type: 'reference',
      to: [{type: 'workingGroup'}],
      group: 'meeting',
    }),
    defineField({
      name: 'cadence',
      title: 'Cadence',
      description: 'How often the series meets. Leave empty if it meets on demand.',
      type: 'cadence',
      group: 'meeting',
    }),
    ...translatedField('cadenceText', 'line', {
      title: 'Cadence in words',
      description: 'Only if no dates follow from it, such as “When there is something to discuss”.',
      group: 'meeting',
      hidden: ({parent}) => parent?.cadence !== undefined && !parent?.cadenceText,
    }),
    scalarField('minutes', 'minutes', {
      title: 'Usual length in minutes',
      group: 'meeting',
      initialValue: 60,
    }),
    scalarField('meets', 'meets', {
      title: 'Takes place',
      group: 'meeting',
      required: true,
      initialValue: 'standing',
    }),
    scalarField('audience', 'audience', {
      title: 'Audience',
      group: 'meeting',
      required: true,
      initialValue: 'everyone',
    }),
    scalarListField('regions', 'regionCode', {
      title: 'Regions',
      description: 'Regions of the community where the sessions take place during waking hours.',
      group: 'meeting',
    }),
    scalarField('lifecycle', 'lifecycle', {
      title: 'State',
      group: 'meeting',
      required: true,
      initialValue: 'active',
    }),
    scalarField('language', 'languageTag', {
      title: 'Spoken language',
      description: 'Leave empty for the language of the community.',
      group: 'text',
    }),
    ...translatedField('description', 'paragraph', {title: 'Description', group: 'text'}),
    defineField({
      name: 'calendar',
      title: 'Calendar',
      description:
        'One of your calendars that contains the dates. It then decides about them: a date that it leaves out is shown as canceled.',
      type: 'reference',
      to: [{type: 'calendar'}],
      group: 'calendar',
    }),
    scalarField('eventUid', 'eventUid', {
      title: 'Event in the calendar',
      description:
        'UID of the event, such as 4f1k2j@google.com. Needed only if the event has another title. The calendar’s file has it in a line that starts with UID:',
      group: 'calendar',
      hidden: ({parent}) => !parent?.calendar && !parent?.eventUid,
    }),
    defineField({
      name: 'defaultLinks',
      title: 'Default links',
      description: 'Used for each session that has no link of its own.',
      type: 'meetingLinks',
      group: 'text',
    }),
  ],
  validation: withRules('series'),
  preview: {
    select: {title: 'title', group: 'group.title', description: 'description'},
    prepare: ({title, group, description}) => ({title, subtitle: group ?? description}),
  },
})
