import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

/** A place with many channels, such as the community's Slack. */
export const workspace = defineType({
  name: 'workspace',
  title: 'Workspace',
  type: 'object',
  fields: [
    scalarField('kind', 'channelKind', {title: 'Kind', required: true}),
    scalarField('name', 'line', {
      title: 'Name',
      description: 'Channels of groups name it.',
      required: true,
    }),
    scalarField('url', 'httpsUrl', {title: 'Link'}),
    scalarField('inviteUrl', 'httpsUrl', {
      title: 'Invite link',
      description: 'With which anyone can join.',
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'kind'}},
})
