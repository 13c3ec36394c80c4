import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** Every link a session can have, each at most once and each by its name: an empty one is absent. */
export const meetingLinks = defineType({
  name: 'meetingLinks',
  title: 'Links',
  type: 'object',
  fields: [
    scalarField('agenda', 'httpsUrl', {title: 'Agenda'}),
    scalarField('rsvp', 'httpsUrl', {title: 'Sign-up (RSVP)'}),
    scalarField('join', 'httpsUrl', {title: 'Join the call'}),
    scalarField('notes', 'httpsUrl', {title: 'Notes'}),
    scalarField('slides', 'httpsUrl', {title: 'Slides'}),
  ],
  options: {columns: 2, collapsible: true},
})
