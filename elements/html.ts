import {labeled} from '@touchpoints/words/plain'
import type {EventsDocument} from 'touchpoints/events-json'

import {agenda, agendaDays, eventsAhead} from './agenda.ts'
import {eventFileUrl} from './eventFileUrl.ts'
import {languageFor} from './languageFor.ts'
import {h} from './markup.ts'
import {dateIn} from './moments.ts'
import {readEvents} from './readEvents.ts'
import {toHtml} from './toHtml.ts'
import {zoneTitle} from './zones.ts'

export interface AgendaHtmlOptions {
  /** BCP 47 tag of words and dates. */
  language: string
  /** IANA zone of the times: a server does not know the visitor's. */
  timeZone: string
  now: Date
  /** Days ahead. Defaults to 60, as in the element. */
  days?: number
  /** Absolute address of `events.json`. With it, each event links to its own iCalendar file. */
  src?: string
  /** Names of values in `extra` of an event that are shown. */
  extra?: readonly string[]
}

/**
 * Writes the agenda of `<touchpoints-calendar>` as HTML, for the content inside the element: it shows
 * before the script runs, and without JavaScript.
 *
 * The element renders its agenda with the same functions. All texts are escaped, and links are those that
 * `SafeUrl` allows. Classes have the prefix `touchpoints-`. There is no inline style and no script.
 *
 * @param document - content of `events.json`
 * @throws Error if the document is not of version 1
 * @throws RangeError if the runtime does not know the time zone, `days` is not positive, or `src` is relative
 * @example
 * const html = agendaHtml(document, {language: 'de', timeZone: 'Europe/Berlin', now: new Date()})
 * // '<div class="touchpoints-agenda" lang="de" dir="ltr"><p class="touchpoints-zone">…'
 */
export function agendaHtml(document: EventsDocument, options: AgendaHtmlOptions): string {
  const {language, timeZone, days = agendaDays, src, extra = []} = options
  if (!(days > 0)) throw new RangeError(`days is ${days}. Use a positive number.`)
  if (src !== undefined && !URL.canParse(src)) {
    throw new RangeError(`src is "${src}". Use the absolute address of events.json.`)
  }
  const {words, locale} = languageFor(language)
  const now = options.now.getTime()
  const {events, calendars, eventFile} = readEvents(document)
  const fileUrl = src === undefined ? undefined : eventFileUrl(eventFile, src, src)
  const display = {words, locale, timeZone, now, calendars, fileUrl, extra}
  return toHtml(
    h(
      'div',
      {class: 'agenda', lang: words.language, dir: words.dir},
      h('p', {class: 'zone'}, labeled(words, words.say('timeZone'), zoneTitle(timeZone, locale))),
      ...agenda(eventsAhead(events, {now, days, timeZone}), display, dateIn(now, timeZone)),
    ),
  )
}
