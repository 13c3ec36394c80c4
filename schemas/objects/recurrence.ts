import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarField, scalarListField} from '../field.ts'
import {scalarCheck} from '../scalarTypes.ts'
import {unique} from '../unique.ts'

/** One slot of a cadence: "Thursdays at 12:00" as data. The local time stays when the clocks change. */
export const recurrence = defineType({
  name: 'recurrence',
  title: 'Slot',
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
    scalarField('monthlyOn', 'monthlyOn', {
      title: 'Day of the month',
      hidden: ({parent}) => parent?.frequency !== 'monthly',
    }),
    defineField({
      name: 'ordinals',
      title: 'Weeks of the month',
      description: '1 to 5, or -1 for the last. With business days: 1 is the first one.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'number',
          validation: (rule) => rule.custom(scalarCheck('ordinal')),
        }),
      ],
      validation: (rule) => rule.custom(unique),
      hidden: ({parent}) => parent?.frequency !== 'monthly' || parent?.monthlyOn === 'date',
    }),
    scalarListField('weekdays', 'weekday', {title: 'Weekdays'}),
    scalarField('weeks', 'weekParity', {
      title: 'Calendar weeks',
      description: 'Only with an interval of 1. Leave empty for all weeks.',
      hidden: ({parent}) => parent?.frequency !== 'weekly',
    }),
    scalarField('dayOffset', 'dayOffset', {
      title: 'Days after that weekday',
      description:
        '1 is the day after, such as the Wednesday after the 4th Tuesday. -1 is the day before.',
      hidden: ({parent}) => parent?.monthlyOn !== 'weekday',
    }),
    scalarField('time', 'wallTime', {title: 'Time', required: true, placeholder: '17:30'}),
    scalarField('timeZone', 'timeZone', {title: 'Time zone', required: true}),
    scalarField('startDate', 'calendarDate', {
      title: 'Start date',
      description: 'Intervals are counted from this date.',
      required: true,
    }),
    scalarField('endDate', 'calendarDate', {
      title: 'End date',
      description: 'Leave empty if there is no end date.',
    }),
  ],
})
