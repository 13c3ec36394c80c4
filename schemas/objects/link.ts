import {defineType} from '@sanity/types'

import {scalarField, translatedField} from '../field.ts'

export const link = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  fields: [
    ...translatedField('title', 'line', {title: 'Link text', required: true}),
    scalarField('url', 'httpsUrl', {title: 'Link', required: true}),
  ],
  preview: {select: {title: 'title', subtitle: 'url'}},
})
