import {defineType} from '@sanity/types'

import {scalarField} from '../field.ts'

export const channel = defineType({
  name: 'channel',
  title: 'Channel',
  type: 'object',
  fields: [
    scalarField('kind', 'channelKind', {title: 'Kind', required: true}),
    scalarField('workspace', 'line', {
      title: 'Slack workspace',
      hidden: ({parent}) => parent?.kind !== 'slack',
    }),
    scalarField('channel', 'slackChannel', {
      title: 'Slack channel',
      placeholder: '#wg-metrics',
      hidden: ({parent}) => parent?.kind !== 'slack',
    }),
    scalarField('title', 'line', {
      title: 'Link text',
      hidden: ({parent}) => parent?.kind === 'slack',
    }),
    scalarField('url', 'httpsUrl', {title: 'Link'}),
  ],
  preview: {
    select: {channel: 'channel', title: 'title', url: 'url', workspace: 'workspace'},
    prepare: ({channel, title, url, workspace}) => ({
      title: String(channel ?? title ?? url ?? 'No channel'),
      subtitle: channel ? `${workspace ?? ''} Slack`.trim() : url,
    }),
  },
})
