import type {Rule} from './finding.ts'
import type {PathSegment} from '../reading/pathSegment.ts'
import {itemsOf, textOf, type StoredDocument} from '../reading/stored.ts'
import {withoutTracking} from './links/withoutTracking.ts'

/** Reports a channel, mailing list or notes link that another working group also has. */
export const sharedChannelRule = {
  code: 'shared-channel',
  query: () => ({by: 'type', type: 'workingGroup'}),
  check: (document, {others}) => {
    const elsewhere = others.flatMap((other) =>
      channelsOf(other).map((channel) => ({
        ...channel,
        group: textOf(other['title']) ?? other._id,
      })),
    )
    return channelsOf(document).flatMap(({kind, id, path}) => {
      const same = elsewhere.find((channel) => channel.kind === kind && channel.id === id)
      if (!same) return []
      const message = `“${same.group}” has the same ${kind}, so people could contact the wrong group. Correct it, or ignore this warning if the groups share it.`
      return [{level: 'warning' as const, path, message}]
    })
  },
} as const satisfies Rule

interface GroupChannel {
  kind: 'Slack channel' | 'mailing list' | 'meeting notes link'
  id: string
  path: PathSegment[]
}

function channelsOf({channels, links}: StoredDocument): GroupChannel[] {
  const own = itemsOf(channels).flatMap(({item, at}): GroupChannel[] => {
    const [slack, url] = [textOf(item['name']), textOf(item['url'])]
    if (item['kind'] === 'slack' && slack) {
      const workspace = textOf(item['workspace'])?.toLowerCase() ?? ''
      return [{kind: 'Slack channel', id: `${workspace}${slack}`, path: ['channels', at, 'name']}]
    }
    if (item['kind'] !== 'mailingList' || !url) return []
    return [{kind: 'mailing list', id: normalLink(url), path: ['channels', at, 'url']}]
  })
  const notes = itemsOf(links).flatMap(({item, at}): GroupChannel[] => {
    const url = textOf(item['url'])
    if (item['kind'] !== 'notes' || !url) return []
    return [{kind: 'meeting notes link', id: normalLink(url), path: ['links', at, 'url']}]
  })
  return [...own, ...notes]
}

/** Normalizes a link: lowercase, without a final slash, fragment or tracking parameters. */
function normalLink(link: string): string {
  return withoutTracking(link).link.replace(/#.*$/, '').replace(/\/$/, '').toLowerCase()
}
