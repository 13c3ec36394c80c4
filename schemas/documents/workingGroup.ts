import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {
  scalarField,
  scalarListField,
  slugField,
  translatedField,
  translationsField,
} from '../field.ts'
import {textOf} from '../reading/stored.ts'
import {optionTitle} from '../scalarTypes.ts'
import {withRules} from '../withRules.ts'

/** A group of the community, such as a working group or a SIG. Its meetings are series. */
export const workingGroup = defineType({
  name: 'workingGroup',
  title: 'Group',
  type: 'document',
  groups: [
    {name: 'group', title: 'Group', default: true},
    {name: 'people', title: 'People'},
    {name: 'places', title: 'Channels and links'},
  ],
  fields: [
    ...translatedField('title', 'line', {title: 'Title', group: 'group', required: true}),
    slugField('title', {group: 'group'}),
    scalarField('kind', 'line', {
      title: 'Kind',
      description: 'In the community’s own word, such as working group, SIG or committee.',
      group: 'group',
    }),
    scalarField('phase', 'workingGroupPhase', {
      title: 'Phase',
      group: 'group',
      required: true,
      initialValue: 'forming',
    }),
    defineField({
      name: 'parent',
      title: 'Part of',
      description: 'The group that this one belongs to.',
      type: 'reference',
      to: [{type: 'workingGroup'}],
      group: 'group',
    }),
    defineField({
      name: 'lead',
      title: 'Lead organization',
      type: 'reference',
      to: [{type: 'organization'}],
      group: 'people',
    }),
    scalarListField('goals', 'line', {title: 'Goals', group: 'group'}),
    translationsField('goals', 'lines', {title: 'Goals', group: 'group'}),
    ...translatedField('description', 'paragraph', {title: 'Description', group: 'group'}),
    defineField({
      name: 'roles',
      title: 'Roles',
      description: 'Who does what, now and before.',
      type: 'array',
      of: [defineArrayMember({type: 'groupRole'})],
      group: 'people',
    }),
    defineField({
      name: 'channels',
      title: 'Channels',
      type: 'array',
      of: [defineArrayMember({type: 'channel'})],
      group: 'places',
    }),
    defineField({
      name: 'links',
      title: 'Links',
      type: 'array',
      of: [defineArrayMember({type: 'typedLink'})],
      group: 'places',
    }),
  ],
  validation: withRules('workingGroup'),
  preview: {
    select: {title: 'title', kind: 'kind', phase: 'phase'},
    prepare: ({title, kind, phase}: Record<string, unknown>) => ({
      title: textOf(title) ?? 'Untitled',
      subtitle: [textOf(kind), optionTitle('workingGroupPhase', phase)].filter(Boolean).join(' · '),
    }),
  },
})
