import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** When a session takes place: an instant, and the zone in which its organisers speak of it. */
export const schedule = defineType({
  name: 'schedule',
  title: 'Schedule',
  type: 'object',
  fields: [
    scalarField('start', 'instant', {title: 'Starts', required: true}),
    scalarField('timeZone', 'timeZone', {
      title: 'Time zone',
      description: 'The place whose clock the session keeps to, such as Europe/Madrid.',
      required: true,
    }),
    scalarField('minutes', 'minutes', {title: 'Length in minutes', required: true}),
  ],
})
