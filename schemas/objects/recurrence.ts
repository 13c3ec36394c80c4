import {defineType} from '@sanity/types'

import {scalarField, scalarListField} from '../field.ts'

/** "Thursdays 12:00" as data: the wall-clock time stays the same when the clocks change. */
export const recurrence = defineType({
  name: 'recurrence',
  title: 'Recurrence',
  type: 'object',
  fields: [
    scalarField('frequency', 'frequency', {
      title: 'Repeats',
      required: true,
      initialValue: 'weekly',
    }),
    scalarField('interval', 'interval', {
      title: 'Every',
      description: 'Every so many weeks or months: 2 and weekly is every other week.',
      required: true,
      initialValue: 1,
    }),
    scalarListField('weekdays', 'weekday', {title: 'On', required: true}),
    scalarField('ordinal', 'ordinal', {
      title: 'Which one of the month',
      description: '1 to 4, or -1 for the last. Only for monthly.',
    }),
    scalarField('time', 'wallTime', {title: 'At', required: true, placeholder: '17:30'}),
    scalarField('timeZone', 'timeZone', {title: 'Time zone', required: true}),
    scalarField('startDate', 'calendarDate', {title: 'First date', required: true}),
    scalarField('endDate', 'calendarDate', {
      title: 'Last date',
      description: 'Leave empty for as long as it lasts.',
    }),
  ],
})
