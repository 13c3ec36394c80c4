import {defineField, defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** A person's role in one session. */
export const guestAppearance = defineType({
  name: 'guestAppearance',
  title: 'Guest',
  type: 'object',
  fields: [
    defineField({
      name: 'guest',
      title: 'Person',
      type: 'reference',
      to: [{type: 'guest'}],
      validation: (rule) => rule.required(),
    }),
    scalarField('role', 'appearanceRole', {title: 'Role', required: true, initialValue: 'guest'}),
  ],
  preview: {
    select: {title: 'guest.name', role: 'role', organization: 'guest.organization.name'},
    prepare: ({title, role, organization}) => ({
      title: String(title ?? 'No person selected'),
      subtitle: [role, organization].filter(Boolean).join(' · '),
    }),
  },
})
