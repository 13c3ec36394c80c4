import {defineField, defineType} from '@sanity/types'

import {altField, scalarField, slugField} from '../field.ts'
import {withRules} from '../withRules.ts'

export const organization = defineType({
  name: 'organization',
  title: 'Organization',
  type: 'document',
  fields: [
    scalarField('name', 'line', {title: 'Name', required: true}),
    slugField('name'),
    scalarField('url', 'httpsUrl', {title: 'Website'}),
    scalarField('kind', 'organizationKind', {title: 'Kind'}),
    defineField({name: 'logo', title: 'Logo', type: 'image', fields: [altField()]}),
  ],
  validation: withRules('organization'),
  preview: {select: {title: 'name', subtitle: 'url', media: 'logo'}},
})
