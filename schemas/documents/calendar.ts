import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField, slugField} from '../field.ts'
import {withRules} from '../withRules.ts'

export const calendar = defineType({
  name: 'calendar',
  title: 'Calendar',
  type: 'document',
  fields: [
    scalarField('title', 'line', {title: 'Title', required: true}),
    slugField('title'),
    defineField({
      name: 'organization',
      title: 'Organization',
      type: 'reference',
      to: [{type: 'organization'}],
    }),
    scalarField('ownership', 'calendarOwnership', {
      title: 'Whose calendar',
      required: true,
      initialValue: 'ofInterest',
    }),
    scalarField('feedUrl', 'feedUrl', {
      title: 'Feed',
      description: 'The iCalendar link (often ending in .ics) that this page reads events from.',
      required: true,
    }),
    scalarField('publicUrl', 'httpsUrl', {
      title: 'Public link',
      description: 'Where a visitor sees the calendar itself.',
    }),
    scalarField('color', 'color', {title: 'Color', required: true, placeholder: '#0b57d0'}),
    scalarField('timeZone', 'timeZone', {
      title: 'Fallback time zone',
      description: 'For events whose feed names no zone.',
    }),
    defineField({
      name: 'enabled',
      title: 'Show its events',
      type: 'boolean',
      initialValue: true,
    }),
    defineField({
      name: 'titleFilters',
      title: 'Title filters',
      description: 'Without one every event shows. Exclude wins over include.',
      type: 'array',
      of: [defineArrayMember({type: 'titleFilter'})],
    }),
  ],
  validation: withRules('calendar'),
  preview: {select: {title: 'title', subtitle: 'feedUrl'}},
})
