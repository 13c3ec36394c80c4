import {withoutTracking} from '@touchpoints/schemas/rules'
import {httpsUrl} from '@touchpoints/schemas/scalars'

import {paragraphOf, type SourceNode, textOf} from './sourceNode.ts'

export interface EventLinks {
  links: {join?: string; notes?: string; agenda?: string} | undefined
  /** The text without the lines that became links. */
  description: string | undefined
  /** Without their address, which is the link to join. */
  channels: {kind: 'zulip' | 'slack' | 'discord'; name: string}[]
}

const address = /https?:\/\/[^\s<>"')\]]+/

/** Reads the links in the place and the text of an event. */
export function eventLinks(node: SourceNode): EventLinks {
  const place = textOf(node.fields.get('location')) ?? ''
  const join = linkIn(place)
  const labeled: {notes?: string; agenda?: string} = {}
  const rest = (paragraphOf(node.fields.get('description')) ?? '').split('\n').filter((line) => {
    const [, label = ''] = /^\W*(notes|minutes|agenda)\b[^:]{0,40}:?\s*<?https?:/i.exec(line) ?? []
    const field = /agenda/i.test(label) ? 'agenda' : 'notes'
    const link = label === '' ? undefined : linkIn(line)
    if (link === undefined || labeled[field] !== undefined) return true
    labeled[field] = link
    return false
  })
  // A place without a link is text: a chat stream, or a room.
  const text = [...(join === undefined && place !== '' ? [`Place: ${place}`] : []), ...rest]
    .join('\n')
    .trim()
  const links = {...(join !== undefined && {join}), ...labeled}
  return {
    links: Object.keys(links).length > 0 ? links : undefined,
    description: text === '' ? undefined : text.slice(0, 5000),
    channels: channelIn(place),
  }
}

function linkIn(text: string): string | undefined {
  const [found = ''] = address.exec(text) ?? []
  const {link} = withoutTracking(found.replace(/^http:/i, 'https:').replace(/[.,;]+$/, ''))
  return httpsUrl.safeParse(link).success ? link : undefined
}

/** "#t-quarry on Zulip (https://…)" names a channel. */
function channelIn(place: string): EventLinks['channels'] {
  const [, name = '', where = ''] =
    /(#[\w/.-]+) (?:on|in|at) (zulip|slack|discord)\b/i.exec(place) ?? []
  const kind = (['zulip', 'slack', 'discord'] as const).find((each) => each === where.toLowerCase())
  return kind === undefined ? [] : [{kind, name}]
}
