import {htmlToText} from '../text/htmlToText.ts'
import {meetingLink} from '../links/index.ts'
import {isTimeZone, type Weekday, weekdayNames, weekdays} from '../time/index.ts'
import {titleKey} from '../merge/compareTitles.ts'

/** A line of a page, and the headings above it. */
export interface PageLine {
  /** The words of the line, as `titleKey` writes them. */
  words: ReadonlySet<string>
  /** The words of the lines shortly above it that name no time themselves, nearest first. */
  above: ReadonlySet<string>[]
  times: PageTime[]
  weekdays: Weekday[]
  /** Links to rooms. */
  rooms: string[]
}

/** A time of day in a zone, as in "17:00 UTC". */
export interface PageTime {
  /** `HH:MM` */
  time: string
  /** The text of the zone. */
  written: string
  /** IANA ids of the zones that it can mean: "CET" is said of Berlin's time and of its winter time. */
  zones: string[]
}

/** How far above a time its heading may be, in lines with text. */
const reach = 4

/** Reads the lines of a page (HTML, Markdown or text) that name a time or a room. */
export function readPage(page: string): PageLine[] {
  const lines = htmlToText(page.replaceAll(blocks, '\n').replaceAll(/<\/t[dh]>/gi, ' $&'))
    .split('\n')
    .map((line) => line.replaceAll(/[*`|]+|\b_+|_+\b/g, ' ').trim())
    .filter((line) => line !== '')
  const read = lines.map((text) => ({
    words: new Set(titleKey(text).split(' ')),
    times: timesIn(text),
    weekdays: weekdaysIn(text),
    rooms: roomsIn(text),
  }))
  return read.flatMap((line, index): PageLine[] => {
    if (line.times.length === 0 && line.rooms.length === 0) return []
    const before = read.slice(Math.max(0, index - reach), index).toReversed()
    const complete = before.findIndex(({times}) => times.length > 0)
    const headings = complete === -1 ? before : before.slice(0, complete)
    return [{...line, above: headings.map(({words}) => words)}]
  })
}

/** Elements of pages that calendars don't write into descriptions. */
const blocks =
  /<\/?(?:article|aside|caption|dd|details|dl|dt|figure|footer|header|hr|main|nav|section|summary)\b[^<>]*>/gi

const zoneText =
  '[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+|UTC|GMT|[A-Z]{1,4}T|[A-Z][a-z]+(?: [A-Z][a-z]+)*(?: time| Time)'
const timeInZone = new RegExp(
  String.raw`\b(\d{1,2})(?:[:.h](\d{2}))?\s*([ap]\.?m\.?)?(?:\s*[-–—]\s*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*\(?(${zoneText})\b`,
  'g',
)
const afternoon = /^p/i

function timesIn(text: string): PageTime[] {
  return [...text.matchAll(timeInZone)].flatMap(([, hours = '', minutes, half, written = '']) => {
    if (minutes === undefined && half === undefined) return []
    const zones = zonesOf(written)
    const hour = (Number(hours) % (half ? 12 : 24)) + (half && afternoon.test(half) ? 12 : 0)
    const isValid = Number(hours) < 25 && Number(minutes ?? 0) < 60 && !(half && Number(hours) > 12)
    if (zones.length === 0 || !isValid) return []
    return [{time: `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`, written, zones}]
  })
}

/** What people write for a zone, with the zones that they can mean. */
const abbreviations: Readonly<Record<string, string[]>> = {
  UTC: ['UTC'],
  GMT: ['UTC', 'Europe/London'],
  BST: ['Europe/London'],
  CET: ['Europe/Berlin', 'Etc/GMT-1'],
  CEST: ['Europe/Berlin', 'Etc/GMT-2'],
  EET: ['Europe/Helsinki', 'Etc/GMT-2'],
  ET: ['America/New_York'],
  EST: ['America/New_York', 'Etc/GMT+5'],
  EDT: ['America/New_York', 'Etc/GMT+4'],
  CT: ['America/Chicago'],
  CST: ['America/Chicago', 'Etc/GMT+6', 'Asia/Shanghai'],
  CDT: ['America/Chicago', 'Etc/GMT+5'],
  MT: ['America/Denver'],
  PT: ['America/Los_Angeles'],
  PST: ['America/Los_Angeles', 'Etc/GMT+8'],
  PDT: ['America/Los_Angeles', 'Etc/GMT+7'],
  IST: ['Asia/Kolkata'],
  JST: ['Asia/Tokyo'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
}

const names: Readonly<Record<string, string>> = {
  pacific: 'America/Los_Angeles',
  mountain: 'America/Denver',
  central: 'America/Chicago',
  eastern: 'America/New_York',
  'central european': 'Europe/Berlin',
}

function zonesOf(written: string): string[] {
  const known = abbreviations[written]
  if (known) return known
  if (written.includes('/')) return isTimeZone(written) ? [written] : []
  const place = /^(.*?)(?: (?:Standard|Daylight|Summer|Local))? time$/i.exec(written)?.[1]
  if (place === undefined) return []
  const named = names[place.toLowerCase()]
  if (named !== undefined) return [named]
  const city = `/${place.replaceAll(' ', '_')}`
  return Intl.supportedValuesOf('timeZone').filter((zone) => zone.endsWith(city))
}

function weekdaysIn(text: string): Weekday[] {
  return weekdays.filter((day) =>
    new RegExp(String.raw`\b${weekdayNames[day]}s?\b`, 'i').test(text),
  )
}

function roomsIn(text: string): string[] {
  const links = text.match(/https:\/\/[^\s<>"'()[\]]+/g) ?? []
  return links.filter((link) => meetingLink(link)?.kind === 'room')
}
