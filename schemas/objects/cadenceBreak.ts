import {defineType} from '@sanity/types'

import {scalarField, translatedField} from '../field.ts'

/** A span without dates. */
export const cadenceBreak = defineType({
  name: 'cadenceBreak',
  title: 'Break',
  type: 'object',
  fields: [
    scalarField('from', 'calendarDate', {title: 'First day', required: true}),
    scalarField('to', 'calendarDate', {title: 'Last day', required: true}),
    ...translatedField('reason', 'line', {title: 'Reason', description: 'Visitors see it.'}),
  ],
  preview: {
    select: {from: 'from', to: 'to', reason: 'reason'},
    prepare: ({from, to, reason}) => ({title: `${from ?? '?'} to ${to ?? '?'}`, subtitle: reason}),
  },
})
