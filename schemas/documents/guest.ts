import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {altField, scalarField, slugField, translatedField} from '../field.ts'
import {withRules} from '../withRules.ts'

export const guest = defineType({
  name: 'guest',
  title: 'Guest',
  type: 'document',
  fields: [
    scalarField('name', 'line', {title: 'Name', required: true}),
    slugField('name'),
    ...translatedField('role', 'line', {
      title: 'Role',
      description: 'Position in the organization, such as Head of the OSPO.',
    }),
    defineField({
      name: 'organization',
      title: 'Organization',
      type: 'reference',
      to: [{type: 'organization'}],
    }),
    scalarField('kind', 'line', {
      title: 'Kind',
      description: 'In the community’s own word, such as member or maintainer.',
    }),
    ...translatedField('bio', 'paragraph', {title: 'About'}),
    defineField({
      name: 'photo',
      title: 'Photo',
      type: 'image',
      options: {hotspot: true},
      fields: [altField()],
    }),
    defineField({
      name: 'links',
      title: 'Links',
      type: 'array',
      of: [defineArrayMember({type: 'link'})],
    }),
  ],
  validation: withRules('guest'),
  preview: {select: {title: 'name', subtitle: 'organization.name', media: 'photo'}},
})
