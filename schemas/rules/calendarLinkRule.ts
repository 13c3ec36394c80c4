import {calendarsOf} from './links/calendarIdentity.ts'
import type {Rule} from './finding.ts'
import {textOf} from '../reading/stored.ts'

/** Reports a title, public link or fallback time zone that contradicts the feed of its calendar. */
export const calendarLinkRule = {
  code: 'calendar-link-contradicts-feed',
  check: ({title, feedUrl, publicUrl, timeZone}) => {
    const feed = calendarsOf(textOf(feedUrl) ?? '')[0]
    const link = textOf(publicUrl) ?? ''
    const messages: {field: string; message: string}[] = []
    const warn = (field: string, message: string) => messages.push({field, message})
    const [first, ...more] = calendarsOf(link)
    if (more.length > 0) {
      warn(
        'publicUrl',
        `This link shows ${more.length + 1} calendars at once. Remove the other calendars from the link, and create a document for each of them.`,
      )
    } else if (
      feed &&
      first &&
      first.provider !== 'other' &&
      feed.provider !== 'other' &&
      (first.provider !== feed.provider || first.id !== feed.id)
    ) {
      warn(
        'publicUrl',
        'This link shows a different calendar than the feed, so visitors would not find these events there. Correct “Public link” or “Feed”.',
      )
    }
    const named = /\b(google|teamup)\b/i.exec(textOf(title) ?? '')?.[1]?.toLowerCase()
    if (named && feed && feed.provider !== 'other' && feed.provider !== named) {
      warn(
        'title',
        `The title says ${named}, but the feed comes from ${feed.provider}. Correct “Title” or “Feed”.`,
      )
    }
    const shown = URL.canParse(link) ? new URL(link).searchParams.get('ctz') : null
    if (shown && textOf(timeZone) && shown !== timeZone) {
      warn(
        'timeZone',
        `The public link shows the calendar in ${shown}, but the fallback time zone is ${String(timeZone)}. Use the same time zone in both.`,
      )
    }
    return messages.map(({field, message}) => ({level: 'warning', path: [field], message}))
  },
} as const satisfies Rule
