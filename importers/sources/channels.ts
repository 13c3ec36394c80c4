import {slugOf} from '../plan/documentId.ts'
import type {PlanBuilder} from './planBuilder.ts'

type ChannelKind = 'slack' | 'zulip' | 'discord' | 'matrix' | 'mailingList' | 'github'

interface Channel {
  kind: ChannelKind
  name: string
  url?: string | undefined
  title?: string | undefined
}

export function addChannel(
  group: string,
  {kind, name, url, title}: Channel,
  out: PlanBuilder,
): void {
  out.append(group, 'channels', {
    _type: 'channel',
    _key: `${kind}-${slugOf(name)}`,
    kind,
    name,
    ...(title !== undefined && {title}),
    ...(url !== undefined && {url}),
  })
}

/**
 * Returns the name of a list from its address.
 *
 * @example listName('https://groups.google.com/forum/#!forum/sig-docs') // 'sig-docs'
 */
export function listName(address: string): string {
  if (/^[^\s@/]+@[^\s@/]+$/.test(address)) return address
  const parts = address.split(/[/?#]+/).filter((part) => part !== '' && !part.startsWith('!'))
  return parts.at(-1) ?? address
}
