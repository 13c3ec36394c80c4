import {datesIn} from '@touchpoints/words/dates'
import {announcementWords, type AnnouncementWords, statusLine} from '@touchpoints/words/plain'

import {sessionTimes, type LocalTime, type Place} from '../schedule/sessionTimes.ts'

export interface AnnouncedSession {
  title: string
  series?: string | undefined
  /** UTC instant. */
  start: string
  timeZone: string
  minutes: number
  cancelled: boolean
  /** BCP 47 tag of the spoken language, in which the announcement is written. Defaults to `en`. */
  language?: string | undefined
  summary?: string | undefined
  guests: readonly {name: string; organization?: string | undefined}[]
  links: {agenda?: string | undefined; rsvp?: string | undefined; join?: string | undefined}
}

export const announcementFormats = ['markdown', 'slack', 'plain'] as const
export type AnnouncementFormat = (typeof announcementFormats)[number]

interface Markup {
  strong: (text: string) => string
  link: (text: string, url: string) => string
  bullet: string
  escape: (text: string) => string
}

const markup: Record<AnnouncementFormat, Markup> = {
  markdown: {
    strong: (text) => `**${text}**`,
    link: (text, url) => `[${text}](${url})`,
    bullet: '- ',
    // CommonMark section 2.4. A title is one line, so block markers have no effect in it.
    escape: (text) => text.replace(/[\\`*_[\]<>]/g, String.raw`\$&`),
  },
  slack: {
    strong: (text) => `*${text}*`,
    link: (text, url) => `<${url}|${text}>`,
    bullet: '• ',
    // Slack's mrkdwn requires entities for these three characters.
    escape: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  },
  plain: {
    strong: (text) => text,
    link: (text, url) => `${text}: ${url}`,
    bullet: '- ',
    escape: (text) => text,
  },
}

/**
 * Writes the announcement of a session with its time in several places.
 *
 * It names places instead of abbreviations, because "12:00 GMT" is wrong for half the year.
 *
 * @param places - places to show the local time of
 * @example writeAnnouncement('plain', session, placesOf(community.regions))
 */
export function writeAnnouncement(
  format: AnnouncementFormat,
  session: AnnouncedSession,
  places: readonly Place[],
): string {
  const language = session.language ?? 'en'
  const words = announcementWords(language)
  const {strong, link, bullet, escape} = markup[format]
  const own = {name: session.timeZone, timeZone: session.timeZone}
  const times = sessionTimes(session.start, session.minutes, [own, ...places], language)
  const title = escape(session.title)
  const heading = strong(session.cancelled ? statusLine(words, 'cancelled', title) : title)
  const guests = session.guests.map(({name, organization}) =>
    escape(organization ? `${name} (${organization})` : name),
  )
  const links = [
    [words.say('agenda'), session.links.agenda],
    [words.say('signUp'), session.links.rsvp],
    [words.say('join'), session.links.join],
  ].flatMap(([text, url]) => (text && url ? [link(text, url)] : []))
  return [
    [heading, session.series && escape(session.series)],
    [session.summary && escape(session.summary)],
    times.map((time) => `${bullet}${timeText(time, words)}`),
    [guests.length > 0 && words.say('with', {names: datesIn(language).list(guests)})],
    session.cancelled ? [] : links,
  ]
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')
}

function timeText({name, timeZone, date, time}: LocalTime, words: AnnouncementWords): string {
  const place = name === timeZone ? timeZone : `${name}, ${timeZone}`
  return words.say('when', {date, time, place})
}
