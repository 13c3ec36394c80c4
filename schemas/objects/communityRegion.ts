import {defineType} from '@sanity/types'

import {scalarField, translatedField} from '../field.ts'

/** A region of the community, with the time of a city in its middle. */
export const communityRegion = defineType({
  name: 'communityRegion',
  title: 'Region',
  type: 'object',
  fields: [
    scalarField('code', 'regionCode', {
      title: 'Short name',
      description: 'Series use it. Changing it later does not change them.',
      placeholder: 'EMEA',
      required: true,
    }),
    ...translatedField('title', 'line', {
      title: 'Name',
      placeholder: 'Europe, Middle East and Africa',
    }),
    scalarField('timeZone', 'timeZone', {
      title: 'Time zone',
      description: 'Of a city in the middle of the region, such as Europe/Berlin.',
      required: true,
    }),
    scalarField('from', 'wallTime', {
      title: 'Earliest start',
      description: 'Sessions before this local time are reported.',
      initialValue: '07:00',
    }),
    scalarField('to', 'wallTime', {
      title: 'Latest start',
      description: 'Sessions from this local time on are reported.',
      initialValue: '22:00',
    }),
  ],
  preview: {select: {title: 'code', subtitle: 'timeZone'}},
})
