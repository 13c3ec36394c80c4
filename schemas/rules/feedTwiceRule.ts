import {calendarsOf} from './links/calendarIdentity.ts'
import type {Rule} from './finding.ts'
import {textOf, type StoredDocument} from '../reading/stored.ts'

/**
 * A calendar reads its own feed. The same feed in two calendars shows each event twice; with title
 * filters that may be meant, one feed shared out over two colors.
 */
export const feedTwiceRule = {
  code: 'feed-of-another-calendar',
  asks: () => ({by: 'type', type: 'calendar'}),
  check: (document, {others}) => {
    const own = keyOf(document)
    const other = own && others.find((each) => keyOf(each) === own)
    if (!other) return []
    const title = textOf(other['title']) ?? other._id
    if (isFiltered(document) || isFiltered(other)) {
      const message = `“${title}” reads the same feed: make sure that their title filters let no event through twice.`
      return [{level: 'warning', path: ['feedUrl'], message}]
    }
    const message = `This is the feed of “${title}”, so each event would stand under the wrong name and twice: enter this calendar’s own feed.`
    return [{level: 'error', path: ['feedUrl'], message}]
  },
} as const satisfies Rule

function keyOf({feedUrl}: StoredDocument): string | undefined {
  const [calendar] = calendarsOf(textOf(feedUrl) ?? '')
  return calendar && `${calendar.provider} ${calendar.id}`
}

function isFiltered({titleFilters}: StoredDocument): boolean {
  return Array.isArray(titleFilters) && titleFilters.length > 0
}
