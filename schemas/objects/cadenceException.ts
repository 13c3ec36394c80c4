import {defineType} from '@sanity/types'
import {statusLine} from '@touchpoints/words/plain'

import {scalarField, translatedField} from '../field.ts'

/** One date of a cadence that is off or moved. */
export const cadenceException = defineType({
  name: 'cadenceException',
  title: 'Exception',
  type: 'object',
  fields: [
    scalarField('kind', 'exceptionKind', {
      title: 'What happens',
      required: true,
      initialValue: 'skipped',
    }),
    scalarField('date', 'calendarDate', {title: 'Date', required: true}),
    scalarField('time', 'wallTime', {
      title: 'Time of the slot',
      description: 'Only if two slots are on this date.',
    }),
    scalarField('toDate', 'calendarDate', {
      title: 'New date',
      hidden: ({parent}) => parent?.kind !== 'moved',
    }),
    scalarField('toTime', 'wallTime', {
      title: 'New time',
      description: 'Leave empty if the time stays.',
      hidden: ({parent}) => parent?.kind !== 'moved',
    }),
    ...translatedField('reason', 'line', {title: 'Reason', description: 'Visitors see it.'}),
  ],
  preview: {
    select: {kind: 'kind', date: 'date', toDate: 'toDate', reason: 'reason'},
    prepare: ({kind, date, toDate, reason}) => ({
      title:
        kind === 'moved'
          ? `${date ?? '?'} moved to ${toDate ?? '?'}`
          : statusLine({language: 'en'}, 'skipped', date ?? '?'),
      subtitle: reason,
    }),
  },
})
