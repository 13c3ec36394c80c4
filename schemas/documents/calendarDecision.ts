import {defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'
import {withRules} from '../withRules.ts'

/** Says that two meetings that look alike are one meeting, or two. The calendar tool creates it. */
export const calendarDecision = defineType({
  name: 'calendarDecision',
  title: 'Calendar decision',
  type: 'document',
  fields: [
    scalarField('verdict', 'decisionVerdict', {
      title: 'Decision',
      description: 'Holds for all dates of the two meetings. Delete the document to undo it.',
      required: true,
    }),
    defineField({
      name: 'first',
      title: 'First meeting',
      type: 'meetingIdentity',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'second',
      title: 'Second meeting',
      type: 'meetingIdentity',
      validation: (rule) => rule.required(),
    }),
    scalarField('note', 'paragraph', {
      title: 'Note',
      description: 'For other editors. Not published.',
    }),
  ],
  validation: withRules('calendarDecision'),
  preview: {
    select: {verdict: 'verdict', first: 'first.title', second: 'second.title'},
    prepare: ({verdict, first, second}) => ({
      title: `${String(first ?? 'Untitled')} · ${String(second ?? 'Untitled')}`,
      subtitle: verdict === 'same' ? 'Same meeting' : 'Different meetings',
    }),
  },
})
