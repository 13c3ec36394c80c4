import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {unique} from '../unique.ts'
import {scalarField, translatedField} from '../field.ts'

export const agendaItem = defineType({
  name: 'agendaItem',
  title: 'Agenda item',
  type: 'object',
  fields: [
    ...translatedField('title', 'line', {title: 'Title', required: true}),
    scalarField('minutes', 'minutes', {title: 'Minutes'}),
    scalarField('kind', 'agendaItemKind', {title: 'Kind', required: true}),
    defineField({
      name: 'who',
      title: 'Presenters',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'guest'}, {type: 'organization'}]})],
      validation: (rule) => rule.custom(unique),
    }),
  ],
  preview: {
    select: {title: 'title', minutes: 'minutes', who: 'who.0.name'},
    prepare: ({title, minutes, who}) => ({
      title: String(title ?? 'Untitled'),
      subtitle: [minutes ? `${minutes} min` : undefined, who].filter(Boolean).join(' · '),
    }),
  },
})
