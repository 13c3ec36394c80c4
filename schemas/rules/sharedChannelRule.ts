import {withoutTracking} from './links/withoutTracking.ts'
import type {Rule} from './finding.ts'
import type {PathSegment} from '../reading/pathSegment.ts'
import {itemsOf, publishedId, refOf, textOf, type StoredDocument} from '../reading/stored.ts'

/**
 * Reports a channel, mailing list or notes link that another group also has.
 *
 * A group and its parent often share them, and so do groups that work in one repository.
 */
export const sharedChannelRule = {
  code: 'shared-channel',
  query: () => ({by: 'type', type: 'workingGroup'}),
  check: (document, {others}) => {
    const unrelated = others.filter((other) => !workTogether(document, other))
    const elsewhere = unrelated.flatMap((other) =>
      placesOf(other).map((place) => ({
        ...place,
        group: textOf(other['title']) ?? other._id,
      })),
    )
    return placesOf(document).flatMap(({kind, id, path}) => {
      const same = elsewhere.find((place) => place.kind === kind && place.id === id)
      if (!same) return []
      const message = `“${same.group}” has the same ${kind}, so people could contact the wrong group. Correct it, or ignore this warning if the groups share it.`
      return [{level: 'warning' as const, path, message}]
    })
  },
} as const satisfies Rule

function workTogether(one: StoredDocument, other: StoredDocument): boolean {
  const isChild = (child: StoredDocument, parent: StoredDocument) =>
    refOf(child['parent']) === publishedId(parent._id)
  if (isChild(one, other) || isChild(other, one)) return true
  const repositories = new Set(linksOfKind('repository', one).map(({id}) => id))
  return linksOfKind('repository', other).some(({id}) => repositories.has(id))
}

interface Place {
  kind: 'channel' | 'mailing list' | 'meeting notes link'
  id: string
  path: PathSegment[]
}

function placesOf(document: StoredDocument): Place[] {
  const {channels} = document
  return [
    ...itemsOf(channels).flatMap(({item, at}) => channelPlace(item, ['channels', at])),
    ...linksOfKind('notes', document).map((link) => ({
      ...link,
      kind: 'meeting notes link' as const,
    })),
  ]
}

function linksOfKind(kind: string, {links}: StoredDocument): Omit<Place, 'kind'>[] {
  return itemsOf(links).flatMap(({item, at}) => {
    const url = textOf(item['url'])
    if (item['kind'] !== kind || !url) return []
    return [{id: normalLink(url), path: ['links', at, 'url']}]
  })
}

function channelPlace(item: Record<string, unknown>, path: PathSegment[]): Place[] {
  const {
    type = '',
    name,
    url,
    workspace,
  } = {
    type: textOf(item['kind']),
    name: textOf(item['name'])?.toLowerCase(),
    url: textOf(item['url']),
    workspace: textOf(item['workspace'])?.toLowerCase(),
  }
  if (type === 'mailingList') {
    if (url) return [{kind: 'mailing list', id: normalLink(url), path: [...path, 'url']}]
    return name?.includes('@') ? [{kind: 'mailing list', id: name, path: [...path, 'name']}] : []
  }
  // A link alone is often the invitation to the workspace, which all groups share.
  const within = workspace ?? (url ? normalLink(url) : undefined)
  if (!name || (within === undefined && type !== 'slack')) return []
  return [{kind: 'channel', id: `${type} ${within ?? ''} ${name}`, path: [...path, 'name']}]
}

/**
 * Normalizes a link: lowercase, without a final slash, tracking parameters or a heading of the page. A
 * fragment with a slash stays, because it is the path in an application, such as `#!forum/wg-batch`.
 */
function normalLink(link: string): string {
  return withoutTracking(link)
    .link.replace(/#[^/]*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
}
