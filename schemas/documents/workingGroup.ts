import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {unique} from '../unique.ts'
import {scalarField, scalarListField, slugField} from '../field.ts'
import {textOf} from '../reading/stored.ts'
import {optionTitle} from '../scalarTypes.ts'
import {withRules} from '../withRules.ts'

export const workingGroup = defineType({
  name: 'workingGroup',
  title: 'Working group',
  type: 'document',
  fields: [
    scalarField('title', 'line', {title: 'Title', required: true}),
    slugField('title'),
    scalarField('phase', 'workingGroupPhase', {
      title: 'Phase',
      required: true,
      initialValue: 'forming',
    }),
    defineField({
      name: 'lead',
      title: 'Lead organization',
      type: 'reference',
      to: [{type: 'organization'}],
    }),
    scalarListField('goals', 'line', {title: 'Goals'}),
    scalarField('description', 'paragraph', {title: 'Description'}),
    defineField({name: 'repository', title: 'Repository', type: 'link'}),
    scalarField('notesArchive', 'httpsUrl', {title: 'Meeting notes'}),
    defineField({
      name: 'channels',
      title: 'Channels',
      type: 'array',
      of: [defineArrayMember({type: 'channel'})],
    }),
    defineField({
      name: 'moderators',
      title: 'Moderators',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'guest'}]})],
      validation: (rule) => rule.custom(unique),
    }),
    defineField({name: 'call', title: 'Call', type: 'workingGroupCall'}),
  ],
  validation: withRules('workingGroup'),
  preview: {
    select: {title: 'title', phase: 'phase'},
    prepare: ({title, phase}: Record<string, unknown>) => ({
      title: textOf(title) ?? 'Untitled',
      subtitle: optionTitle('workingGroupPhase', phase) ?? '',
    }),
  },
})
