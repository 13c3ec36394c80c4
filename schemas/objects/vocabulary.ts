import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {scalarListField} from '../field.ts'

/** What the community calls things. Pages, feeds and announcements use these words. */
export const vocabulary = defineType({
  name: 'vocabulary',
  title: 'Words',
  type: 'object',
  fields: [
    defineField({
      name: 'session',
      title: 'A session',
      description: 'One meeting on one date, such as touchpoint, call or meetup.',
      type: 'term',
    }),
    defineField({
      name: 'series',
      title: 'A series',
      description: 'What meets again, such as series or program.',
      type: 'term',
    }),
    defineField({
      name: 'group',
      title: 'A group',
      description: 'Such as working group, SIG, team or chapter.',
      type: 'term',
    }),
    defineField({
      name: 'guest',
      title: 'A guest',
      description: 'Who takes part in a session, such as guest or speaker.',
      type: 'term',
    }),
    scalarListField('groupKinds', 'line', {
      title: 'Kinds of groups',
      description: 'Suggested in groups, such as SIG, committee or chapter.',
    }),
    scalarListField('guestKinds', 'line', {
      title: 'Kinds of guests',
      description: 'Suggested in guests, such as member or maintainer.',
    }),
    scalarListField('roles', 'line', {
      title: 'Roles in groups',
      description: 'Suggested in groups, such as Chair, Lead or Emeritus.',
    }),
    defineField({
      name: 'labels',
      title: 'Translations of words',
      description:
        'Kinds of groups and guests, roles in groups, topics and editions, as documents have them. Pages in other languages show the translation.',
      type: 'array',
      of: [defineArrayMember({type: 'label'})],
    }),
  ],
  options: {collapsible: true},
})
