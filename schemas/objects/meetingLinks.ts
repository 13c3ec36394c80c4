import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** The links of a session, each in its own field. An empty link is absent. */
export const meetingLinks = defineType({
  name: 'meetingLinks',
  title: 'Links',
  type: 'object',
  fields: [
    scalarField('agenda', 'httpsUrl', {title: 'Agenda'}),
    scalarField('rsvp', 'httpsUrl', {title: 'Sign-up (RSVP)'}),
    scalarField('join', 'httpsUrl', {title: 'Join link'}),
    scalarField('notes', 'httpsUrl', {title: 'Notes'}),
    scalarField('slides', 'httpsUrl', {title: 'Slides'}),
  ],
  options: {columns: 2, collapsible: true},
})
