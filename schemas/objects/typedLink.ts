import {defineType} from '@sanity/types'

import {scalarField, translatedField} from '../field.ts'
import {optionTitle} from '../scalarTypes.ts'

/** A link with its purpose, so that pages can name and order it. */
export const typedLink = defineType({
  name: 'typedLink',
  title: 'Link',
  type: 'object',
  fields: [
    scalarField('kind', 'linkKind', {title: 'Kind', required: true}),
    scalarField('url', 'httpsUrl', {title: 'Link', required: true}),
    ...translatedField('title', 'line', {
      title: 'Link text',
      description: 'Defaults to the kind. Needed if there are several of one kind.',
    }),
  ],
  preview: {
    select: {kind: 'kind', title: 'title', url: 'url'},
    prepare: ({kind, title, url}) => ({
      title: String(title ?? optionTitle('linkKind', kind) ?? 'Link'),
      subtitle: url,
    }),
  },
})
