import type {SafeUrl} from '@touchpoints/calendar/links'
import {channelKind, line} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {field} from './source.ts'
import {httpsUrl} from './url.ts'

export const channelView = z.object({
  kind: channelKind,
  workspace: z.nullable(line),
  name: z.nullable(line),
  title: field({translated: true}, z.nullable(line)),
  url: z.nullable(httpsUrl),
})

/** Where a channel is. */
export type ChannelKind =
  | 'slack'
  | 'discord'
  | 'matrix'
  | 'zulip'
  | 'mailingList'
  | 'forum'
  | 'irc'
  | 'github'
  | 'telegram'
  | 'mastodon'
  | 'other'

/** A place where a group talks. */
export interface Channel {
  kind: ChannelKind
  /** Slack workspace, Discord server, Zulip organization or IRC network. Null when not set. */
  workspace: string | null
  /** As people write it, such as `#wg-metrics`. Null when not set. */
  name: string | null
  /** Text of the link. Null when the name says enough. */
  title: string | null
  /** Absolute https address, or null. */
  url: SafeUrl | null
}
