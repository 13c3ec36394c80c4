import type {Rule} from './finding.ts'
import type {PathSegment} from '../reading/pathSegment.ts'
import {itemsOf, textOf, type StoredDocument} from '../reading/stored.ts'
import {withoutTracking} from './links/withoutTracking.ts'

/** A working group has its own channel, mailing list and notes; a shared one was likely copied. */
export const sharedChannelRule = {
  code: 'shared-channel',
  asks: () => ({by: 'type', type: 'workingGroup'}),
  check: (document, {others}) => {
    const elsewhere = others.flatMap((other) =>
      placesOf(other).map((place) => ({...place, group: textOf(other['title']) ?? other._id})),
    )
    return placesOf(document).flatMap(({what, id, path}) => {
      const same = elsewhere.find((place) => place.what === what && place.id === id)
      if (!same) return []
      const message = `“${same.group}” has the same ${what}: people would ask the wrong group. Enter this group’s own, or leave it if they share it.`
      return [{level: 'warning' as const, path, message}]
    })
  },
} as const satisfies Rule

interface Place {
  what: 'Slack channel' | 'mailing list' | 'notes link'
  id: string
  path: PathSegment[]
}

function placesOf({channels, notesArchive}: StoredDocument): Place[] {
  const places = itemsOf(channels).flatMap(({item, at}): Place[] => {
    const [slack, url] = [textOf(item['channel']), textOf(item['url'])]
    if (item['kind'] === 'slack' && slack) {
      const workspace = textOf(item['workspace'])?.toLowerCase() ?? ''
      return [
        {what: 'Slack channel', id: `${workspace}${slack}`, path: ['channels', at, 'channel']},
      ]
    }
    if (item['kind'] !== 'mailingList' || !url) return []
    return [{what: 'mailing list', id: bare(url), path: ['channels', at, 'url']}]
  })
  const notes = textOf(notesArchive)
  if (!notes) return places
  return [...places, {what: 'notes link', id: bare(notes), path: ['notesArchive']}]
}

/** One link in its several spellings: case, a final slash, a fragment, what only tracks. */
function bare(link: string): string {
  return withoutTracking(link).link.replace(/#.*$/, '').replace(/\/$/, '').toLowerCase()
}
