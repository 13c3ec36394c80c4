import {defineType} from '@sanity/types'

import {scalarField, translatedField} from '../field.ts'
import {textOf} from '../reading/stored.ts'
import {optionTitle} from '../scalarTypes.ts'

/** A place where people talk. */
export const channel = defineType({
  name: 'channel',
  title: 'Channel',
  type: 'object',
  fields: [
    scalarField('kind', 'channelKind', {title: 'Kind', required: true}),
    scalarField('name', 'line', {
      title: 'Name',
      description: 'As people write it, such as #wg-metrics or wg-metrics@lists.example.org.',
    }),
    scalarField('workspace', 'line', {
      title: 'Workspace',
      description: 'Slack workspace, Discord server, Zulip organization or IRC network.',
      hidden: ({parent}) => !hasWorkspace(parent?.kind),
    }),
    scalarField('url', 'httpsUrl', {title: 'Link'}),
    ...translatedField('title', 'line', {
      title: 'Link text',
      description: 'Defaults to the name.',
    }),
  ],
  preview: {
    select: {kind: 'kind', name: 'name', title: 'title', url: 'url', workspace: 'workspace'},
    prepare: ({kind, name, title, url, workspace}: Record<string, unknown>) => ({
      title: textOf(name) ?? textOf(title) ?? textOf(url) ?? 'No channel',
      subtitle: [textOf(workspace), optionTitle('channelKind', kind)].filter(Boolean).join(' · '),
    }),
  },
})

const withWorkspace: ReadonlySet<unknown> = new Set(['slack', 'discord', 'zulip', 'matrix', 'irc'])

function hasWorkspace(kind: unknown): boolean {
  return withWorkspace.has(kind)
}
