import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField, scalarListField, slugField} from '../field.ts'
import {withRules} from '../withRules.ts'
import {touchpointPreview, touchpointSelection} from './touchpointPreview.ts'

export const touchpoint = defineType({
  name: 'touchpoint',
  title: 'Touchpoint',
  type: 'document',
  groups: [
    {name: 'session', title: 'Session', default: true},
    {name: 'programme', title: 'Programme'},
    {name: 'links', title: 'Links'},
    {name: 'rules', title: 'Audience and recording'},
  ],
  fields: [
    scalarField('title', 'line', {title: 'Title', group: 'session', required: true}),
    slugField('title', {group: 'session'}),
    defineField({
      name: 'series',
      title: 'Series',
      type: 'reference',
      to: [{type: 'series'}],
      group: 'session',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'schedule',
      title: 'Schedule',
      type: 'schedule',
      group: 'session',
      validation: (rule) => rule.required(),
    }),
    scalarField('status', 'touchpointStatus', {
      title: 'Status',
      group: 'session',
      required: true,
      initialValue: 'planned',
    }),
    scalarField('cancelReason', 'line', {
      title: 'Why it is cancelled',
      description: 'Visitors read this where the session stood.',
      group: 'session',
      hidden: ({document}) => document?.['status'] !== 'cancelled',
    }),
    scalarField('edition', 'line', {
      title: 'Edition',
      description:
        'Sessions of one edition have the same name here, such as “All Hands, spring 2026”, and run in several slots.',
      group: 'session',
    }),
    scalarField('summary', 'paragraph', {title: 'Summary', group: 'programme'}),
    defineField({
      name: 'guests',
      title: 'Guests',
      type: 'array',
      of: [defineArrayMember({type: 'guestAppearance'})],
      group: 'programme',
    }),
    defineField({
      name: 'agenda',
      title: 'Agenda',
      type: 'array',
      of: [defineArrayMember({type: 'agendaItem'})],
      group: 'programme',
    }),
    scalarListField('topics', 'line', {title: 'Topics', group: 'programme'}),
    scalarField('audience', 'audience', {
      title: 'Audience',
      group: 'rules',
      required: true,
      initialValue: 'everyone',
    }),
    defineField({
      name: 'chathamHouseRule',
      title: 'Chatham House Rule',
      description: 'What is said may be used, who said it may not be told.',
      type: 'boolean',
      group: 'rules',
      initialValue: false,
    }),
    scalarField('recordingPolicy', 'recordingPolicy', {title: 'Recording', group: 'rules'}),
    defineField({name: 'links', title: 'Links', type: 'meetingLinks', group: 'links'}),
    scalarField('eventUid', 'eventUid', {
      title: 'UID of its calendar event',
      description: 'Ties this session to the event of the same UID in a calendar feed.',
      group: 'links',
    }),
  ],
  validation: withRules('touchpoint'),
  orderings: [
    {
      title: 'Date, newest first',
      name: 'newest',
      by: [{field: 'schedule.start', direction: 'desc'}],
    },
    {
      title: 'Date, oldest first',
      name: 'oldest',
      by: [{field: 'schedule.start', direction: 'asc'}],
    },
  ],
  preview: {
    select: touchpointSelection,
    prepare: (selected) => ({...touchpointPreview(selected), media: selected['photo']}),
  },
})
