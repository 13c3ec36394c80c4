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
      title: 'Ownership',
      required: true,
      initialValue: 'ofInterest',
    }),
    scalarField('feedUrl', 'feedUrl', {
      title: 'Feed',
      description: 'Link to the calendar in iCalendar format. It often ends in .ics.',
      required: true,
    }),
    scalarField('publicUrl', 'httpsUrl', {
      title: 'Public link',
      description: 'Link for visitors who want to open the calendar.',
    }),
    scalarField('color', 'color', {title: 'Color', required: true, placeholder: '#0b57d0'}),
    scalarField('timeZone', 'timeZone', {
      title: 'Fallback time zone',
      description: 'Used for events that have no time zone. For example, Europe/Madrid.',
    }),
    defineField({
      name: 'enabled',
      title: 'Show events',
      type: 'boolean',
      initialValue: true,
    }),
    defineField({
      name: 'titleFilters',
      title: 'Title filters',
      description: 'Leave empty to show all events. “Exclude” takes precedence over “Include”.',
      type: 'array',
      of: [defineArrayMember({type: 'titleFilter'})],
    }),
    scalarField('nonPublicEvents', 'nonPublicEvents', {
      title: 'Private events',
      description:
        'Events that their organizer marked as private or confidential. Without a choice they are left out.',
      initialValue: 'leave-out',
    }),
    scalarField('mailAddresses', 'mailAddresses', {
      title: 'Email addresses',
      description:
        'Email addresses of organizers, and in titles and descriptions. Without a choice they are removed.',
      initialValue: 'remove',
    }),
  ],
  validation: withRules('calendar'),
  preview: {select: {title: 'title', subtitle: 'feedUrl'}},
})
