import {defineType} from '@sanity/types'

import {scalarField, scalarListField} from '../field.ts'

/** "Thursdays at 12:00" as data. The local time stays the same when the clocks change. */
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
      title: 'Interval',
      description: 'Number of weeks or months. For example, 2 with “Weekly” is every other week.',
      required: true,
      initialValue: 1,
    }),
    scalarListField('weekdays', 'weekday', {title: 'Weekdays', required: true}),
    scalarField('ordinal', 'ordinal', {
      title: 'Week of month',
      description: '1 to 4, or -1 for the last week. Only with “Monthly”.',
    }),
    scalarField('time', 'wallTime', {title: 'Time', required: true, placeholder: '17:30'}),
    scalarField('timeZone', 'timeZone', {title: 'Time zone', required: true}),
    scalarField('startDate', 'calendarDate', {title: 'Start date', required: true}),
    scalarField('endDate', 'calendarDate', {
      title: 'End date',
      description: 'Leave empty if there is no end date.',
    }),
  ],
})
