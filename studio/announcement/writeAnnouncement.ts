import {sessionTimes, type LocalTime, type Place} from '../schedule/sessionTimes.ts'

export interface Announced {
  title: string
  series?: string | undefined
  /** UTC instant. */
  start: string
  timeZone: string
  minutes: number
  cancelled: boolean
  summary?: string | undefined
  guests: readonly {name: string; organization?: string | undefined}[]
  links: {agenda?: string | undefined; rsvp?: string | undefined; join?: string | undefined}
}

export const announcementForms = ['markdown', 'slack', 'plain'] as const
export type AnnouncementForm = (typeof announcementForms)[number]

interface Marks {
  strong: (text: string) => string
  link: (text: string, url: string) => string
  bullet: string
  escape: (text: string) => string
}

const marks: Record<AnnouncementForm, Marks> = {
  markdown: {
    strong: (text) => `**${text}**`,
    link: (text, url) => `[${text}](${url})`,
    bullet: '- ',
    // CommonMark section 2.4; a title is one line, so block markers inside it mean nothing.
    escape: (text) => text.replace(/[\\`*_[\]<>]/g, String.raw`\$&`),
  },
  slack: {
    strong: (text) => `*${text}*`,
    link: (text, url) => `<${url}|${text}>`,
    bullet: '• ',
    // The three characters that Slack's mrkdwn asks to be written as entities.
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
 * A session's announcement, with its time on the clock of each place: "12:00 GMT" is wrong for half the
 * year, a date and a time in Singapore, Berlin and New York are not.
 *
 * @param places - whose clocks are written out
 * @example writeAnnouncement('plain', session, regionPlaces)
 */
export function writeAnnouncement(
  form: AnnouncementForm,
  session: Announced,
  places: readonly Place[],
): string {
  const {strong, link, bullet, escape} = marks[form]
  const own = {name: session.timeZone, timeZone: session.timeZone}
  const times = sessionTimes(session.start, session.minutes, [own, ...places])
  const heading = strong(`${session.cancelled ? 'Cancelled: ' : ''}${escape(session.title)}`)
  const guests = session.guests.map(({name, organization}) =>
    escape(organization ? `${name} (${organization})` : name),
  )
  const links = [
    ['Agenda', session.links.agenda],
    ['Sign up', session.links.rsvp],
    ['Join', session.links.join],
  ].flatMap(([text, url]) => (text && url ? [link(text, url)] : []))
  return [
    [heading, session.series && escape(session.series)],
    [session.summary && escape(session.summary)],
    times.map((time) => `${bullet}${timeText(time)}`),
    [guests.length > 0 && `With ${guests.join(', ')}`],
    session.cancelled ? [] : links,
  ]
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')
}

function timeText({name, timeZone, date, from, to}: LocalTime): string {
  const place = name === timeZone ? timeZone : `${name}, ${timeZone}`
  return `${date}, ${from} to ${to} (${place})`
}
