import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {altField, scalarField, scalarListField, translatedField} from '../field.ts'
import {withRules} from '../withRules.ts'

/** The community itself: name, appearance, home zone, regions, languages and words. */
export const community = defineType({
  name: 'community',
  title: 'Community',
  type: 'document',
  groups: [
    {name: 'name', title: 'Name and appearance', default: true},
    {name: 'time', title: 'Time and regions'},
    {name: 'words', title: 'Languages and words'},
    {name: 'places', title: 'Places and links'},
  ],
  fields: [
    scalarField('name', 'line', {title: 'Name', group: 'name', required: true}),
    scalarField('shortName', 'line', {
      title: 'Short name',
      description: 'For narrow places, such as a tab or a calendar.',
      group: 'name',
    }),
    ...translatedField('description', 'paragraph', {
      title: 'Description',
      group: 'name',
    }),
    defineField({name: 'logo', title: 'Logo', type: 'image', group: 'name', fields: [altField()]}),
    defineField({
      name: 'icon',
      title: 'Icon',
      description: 'Square, at least 180 pixels. Browsers show it in tabs.',
      type: 'image',
      group: 'name',
    }),
    scalarField('accentColor', 'color', {
      title: 'Accent color',
      description: 'For links and buttons on a light page.',
      group: 'name',
      placeholder: '#0b57d0',
    }),
    scalarField('accentColorDark', 'color', {
      title: 'Accent color on dark',
      description: 'For a dark page. Leave empty to derive it from the accent color.',
      group: 'name',
    }),
    scalarField('timeZone', 'timeZone', {title: 'Home time zone', group: 'time', required: true}),
    defineField({
      name: 'regions',
      title: 'Regions',
      type: 'array',
      of: [defineArrayMember({type: 'communityRegion'})],
      group: 'time',
    }),
    defineField({
      name: 'breaks',
      title: 'Breaks',
      description:
        'Spans in which nothing meets, such as the end of the year. They apply to every series.',
      type: 'array',
      of: [defineArrayMember({type: 'cadenceBreak'})],
      group: 'time',
    }),
    scalarListField('languages', 'languageTag', {
      title: 'Languages',
      description: 'The first one is the default: fields without a translation are in it.',
      group: 'words',
    }),
    defineField({name: 'vocabulary', title: 'Words', type: 'vocabulary', group: 'words'}),
    defineField({
      name: 'workspaces',
      title: 'Workspaces',
      description: 'Slack, Discord, Zulip and the like, with their invite links.',
      type: 'array',
      of: [defineArrayMember({type: 'workspace'})],
      group: 'places',
    }),
    scalarField('codeOfConductUrl', 'httpsUrl', {title: 'Code of conduct', group: 'places'}),
    defineField({
      name: 'links',
      title: 'Links',
      type: 'array',
      of: [defineArrayMember({type: 'typedLink'})],
      group: 'places',
    }),
  ],
  validation: withRules('community'),
  preview: {select: {title: 'name', subtitle: 'shortName', media: 'logo'}},
})
