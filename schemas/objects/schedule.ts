import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** When a session takes place: an instant, the time zone in which organizers state it, and a length. */
export const schedule = defineType({
  name: 'schedule',
  title: 'Schedule',
  type: 'object',
  fields: [
    scalarField('start', 'instant', {title: 'Date and time', required: true}),
    scalarField('timeZone', 'timeZone', {
      title: 'Time zone',
      description: 'Time zone of the date and time, such as Europe/Madrid.',
      required: true,
    }),
    scalarField('minutes', 'minutes', {title: 'Length in minutes', required: true}),
  ],
})
