import {calendarsOf} from './links/calendarIdentity.ts'
import type {Rule} from './finding.ts'
import {textOf, type StoredDocument} from '../reading/stored.ts'

/**
 * Reports a feed that another calendar already reads, because each event would be shown twice.
 *
 * With title filters it is a warning: the two calendars may divide one feed between two colors.
 */
export const duplicateFeedRule = {
  code: 'duplicate-feed',
  query: () => ({by: 'type', type: 'calendar'}),
  check: (document, {others}) => {
    const own = keyOf(document)
    const other = own && others.find((each) => keyOf(each) === own)
    if (!other) return []
    const title = textOf(other['title']) ?? other._id
    if (isFiltered(document) || isFiltered(other)) {
      const message = `“${title}” reads the same feed. Make sure that the title filters of the two calendars don’t include the same events.`
      return [{level: 'warning', path: ['feedUrl'], message}]
    }
    const message = `This is the feed of “${title}”, so each event would be shown twice. Enter the feed of this calendar.`
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
