import {defineField, defineType} from '@sanity/types'

import {scalarField, slugField, translatedField} from '../field.ts'
import {textOf} from '../reading/stored.ts'
import {optionTitle} from '../scalarTypes.ts'
import {withRules} from '../withRules.ts'

export const recording = defineType({
  name: 'recording',
  title: 'Recording',
  type: 'document',
  fields: [
    ...translatedField('title', 'line', {title: 'Title', required: true}),
    slugField('title'),
    scalarField('availability', 'availability', {
      title: 'Availability',
      required: true,
      initialValue: 'processing',
    }),
    ...translatedField('notRecordedReason', 'line', {
      title: 'Reason for no recording',
      hidden: ({document}) => document?.['availability'] !== 'notRecorded',
    }),
    defineField({
      name: 'media',
      title: 'Source',
      type: 'recordingMedia',
      hidden: ({document}) => document?.['availability'] === 'notRecorded',
    }),
    scalarField('date', 'calendarDate', {title: 'Recorded on'}),
    defineField({
      name: 'touchpoint',
      title: 'Touchpoint',
      type: 'reference',
      to: [{type: 'touchpoint'}],
    }),
    ...translatedField('season', 'line', {
      title: 'Season',
      description: 'Groups recordings in the list, such as “OSPOlogy Webinars 2023”.',
    }),
    scalarField('slides', 'httpsUrl', {title: 'Slides'}),
    scalarField('discussion', 'httpsUrl', {title: 'Discussion'}),
  ],
  validation: withRules('recording'),
  orderings: [
    {title: 'Date, newest first', name: 'newest', by: [{field: 'date', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'title', availability: 'availability'},
    prepare: ({title, availability}: Record<string, unknown>) => ({
      title: textOf(title) ?? 'Untitled',
      subtitle: optionTitle('availability', availability) ?? '',
    }),
  },
})
