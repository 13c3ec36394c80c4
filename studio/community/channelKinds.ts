import type {channelKind} from '@touchpoints/schemas/scalars'
import type * as z from 'zod/mini'

export type ChannelKind = z.output<typeof channelKind>

interface ChannelFields {
  title: string
  /** Label of the field `name`. */
  name: string
  placeholder: string
  /** Label of the field `workspace`. Absent for kinds that have none. */
  workspace?: string
}

/** The fields of a channel of each kind, in that kind's own words. */
const fieldsOfKind = {
  slack: {title: 'Slack', name: 'Channel', placeholder: '#wg-metrics', workspace: 'Workspace'},
  discord: {title: 'Discord', name: 'Channel', placeholder: '#metrics', workspace: 'Server'},
  matrix: {title: 'Matrix', name: 'Room', placeholder: '#metrics:example.org', workspace: 'Server'},
  zulip: {title: 'Zulip', name: 'Channel', placeholder: 'metrics', workspace: 'Organization'},
  mailingList: {title: 'Mailing list', name: 'Address', placeholder: 'metrics@lists.example.org'},
  forum: {title: 'Forum', name: 'Category', placeholder: 'Metrics'},
  irc: {title: 'IRC', name: 'Channel', placeholder: '#metrics', workspace: 'Network'},
  github: {title: 'GitHub', name: 'Repository or discussion', placeholder: 'example/metrics'},
  telegram: {title: 'Telegram', name: 'Group', placeholder: '@metrics'},
  mastodon: {title: 'Mastodon', name: 'Account', placeholder: '@metrics@example.org'},
  other: {title: 'Other', name: 'Name', placeholder: ''},
} as const satisfies Record<ChannelKind, ChannelFields>

export const channelKinds = Object.entries(fieldsOfKind).flatMap(([value, {title}]) =>
  isChannelKind(value) ? [{value, title}] : [],
)

export function isChannelKind(value: unknown): value is ChannelKind {
  return typeof value === 'string' && Object.hasOwn(fieldsOfKind, value)
}

/** Returns the fields of such channels, with the optional ones. */
export function channelFields(kind: ChannelKind): ChannelFields {
  return fieldsOfKind[kind]
}
