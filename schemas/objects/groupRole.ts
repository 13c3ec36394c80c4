import {defineField, defineType} from '@sanity/types'

import {scalarField, translatedField} from '../field.ts'

/** A person's role in a group, with its term. */
export const groupRole = defineType({
  name: 'groupRole',
  title: 'Role',
  type: 'object',
  fields: [
    scalarField('role', 'line', {
      title: 'Role',
      description:
        'In the community’s own word, such as Chair, Lead, Moderator, Liaison or Emeritus.',
      required: true,
    }),
    defineField({
      name: 'person',
      title: 'Person',
      type: 'reference',
      to: [{type: 'guest'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'organization',
      title: 'Represents',
      description:
        'The organization that the person speaks for in this role, if it is not their own.',
      type: 'reference',
      to: [{type: 'organization'}],
    }),
    scalarField('from', 'calendarDate', {title: 'From'}),
    scalarField('to', 'calendarDate', {title: 'Until', description: 'The last day of the term.'}),
    ...translatedField('note', 'line', {title: 'Note', description: 'Such as elected, or seat 3.'}),
  ],
  preview: {
    select: {title: 'person.name', role: 'role', from: 'from', to: 'to'},
    prepare: ({title, role, from, to}) => ({
      title: String(title ?? 'No person selected'),
      subtitle: [role, (from || to) && `${from ?? ''} – ${to ?? ''}`].filter(Boolean).join(' · '),
    }),
  },
})
