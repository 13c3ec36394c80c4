import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField, scalarListField, slugField, translatedField} from '../field.ts'
import {withRules} from '../withRules.ts'
import {touchpointPreview, touchpointSelection} from './touchpointPreview.ts'

export const touchpoint = defineType({
  name: 'touchpoint',
  title: 'Touchpoint',
  type: 'document',
  groups: [
    {name: 'session', title: 'Session', default: true},
    {name: 'program', title: 'Program'},
    {name: 'links', title: 'Links'},
    {name: 'rules', title: 'Audience and recording'},
  ],
  fields: [
    ...translatedField('title', 'line', {title: 'Title', group: 'session', required: true}),
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
    ...translatedField('cancelReason', 'line', {
      title: 'Cancellation reason',
      description: 'Shown to visitors with the session.',
      group: 'session',
      hidden: ({document}) => document?.['status'] !== 'cancelled',
    }),
    scalarField('edition', 'line', {
      title: 'Edition',
      description:
        'Only for an event with several sessions. Enter the same name in each of them, such as “All Hands, spring 2026”.',
      group: 'session',
    }),
    ...translatedField('summary', 'paragraph', {title: 'Summary', group: 'program'}),
    scalarField('language', 'languageTag', {
      title: 'Spoken language',
      description: 'Leave empty for the language of the series.',
      group: 'program',
    }),
    defineField({
      name: 'guests',
      title: 'Guests',
      type: 'array',
      of: [defineArrayMember({type: 'guestAppearance'})],
      group: 'program',
    }),
    defineField({
      name: 'agenda',
      title: 'Agenda',
      type: 'array',
      of: [defineArrayMember({type: 'agendaItem'})],
      group: 'program',
    }),
    scalarListField('topics', 'line', {title: 'Topics', group: 'program'}),
    scalarField('audience', 'audience', {
      title: 'Audience',
      group: 'rules',
      required: true,
      initialValue: 'everyone',
    }),
    defineField({
      name: 'chathamHouseRule',
      title: 'Chatham House Rule',
      description:
        'Participants may use the information they receive, but neither the identity nor the affiliation of the speakers, nor of any other participant, may be revealed.',
      type: 'boolean',
      group: 'rules',
      initialValue: false,
    }),
    scalarField('recordingPolicy', 'recordingPolicy', {title: 'Recording', group: 'rules'}),
    defineField({name: 'links', title: 'Links', type: 'meetingLinks', group: 'links'}),
    scalarField('eventUid', 'eventUid', {
      title: 'Calendar event UID',
      description:
        'If a calendar feed contains this session too, enter its UID there. The calendar then shows one event instead of two.',
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
