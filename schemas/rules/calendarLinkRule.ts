import {calendarsOf} from './links/calendarIdentity.ts'
import type {Rule} from './finding.ts'
import {textOf} from '../reading/stored.ts'

/** What a calendar's title, public link and fallback zone say agrees with the feed it reads. */
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
        `This link shows ${more.length + 1} calendars at once: keep the one this is about, the others have their own document.`,
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
        'This link shows another calendar than the feed: a visitor who follows it would not find these events. Correct one of the two.',
      )
    }
    const named = /\b(google|teamup)\b/i.exec(textOf(title) ?? '')?.[1]?.toLowerCase()
    if (named && feed && feed.provider !== 'other' && feed.provider !== named) {
      warn(
        'title',
        `The title says ${named}, but the feed is one of ${feed.provider}: correct the title or the feed.`,
      )
    }
    const shown = URL.canParse(link) ? new URL(link).searchParams.get('ctz') : null
    if (shown && textOf(timeZone) && shown !== timeZone) {
      warn(
        'timeZone',
        `The public link shows the calendar in ${shown}, this page would read it in ${String(timeZone)}: use one zone in both places.`,
      )
    }
    return messages.map(({field, message}) => ({level: 'warning', path: [field], message}))
  },
} as const satisfies Rule
