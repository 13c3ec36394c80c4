/** Returns a seeded pseudo-random generator (mulberry32), so that every run measures the same feed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'America/Los_Angeles',
  'UTC',
] as const
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const
const day = 86_400_000
const words =
  'agenda notes community working group review release triage join weekly call meeting update discuss roadmap open questions please add topics before welcome everyone'.split(
    ' ',
  )

/**
 * Generates a feed like that of a foundation with many projects.
 *
 * It has about 10,000 events over twelve years, in several zones, and about 6 MB. A fifth of the events
 * recur, with exceptions and moved occurrences. Most of those have ended.
 */
export function makeFeed(events = 10_000): string {
  const random = randomFrom(20_240_310)
  const pick = <T>(list: readonly T[]): T => {
    const value = list[Math.floor(random() * list.length)]
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }
  const prose = (count: number): string => Array.from({length: count}, () => pick(words)).join(' ')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//touchpoints//bench//EN',
    'X-WR-CALNAME:Bench',
  ]
  lines.push(...zones.slice(0, 4).flatMap(timeZone))
  for (let index = 0; index < events; index++) {
    const zone = pick(zones)
    const wall =
      Date.UTC(2014, 0, 1) +
      Math.floor(random() * 12 * 365) * day +
      (7 + Math.floor(random() * 12)) * 3_600_000
    const uid = `event-${index}@example.org`
    const text = (title: string): string[] => [
      `SUMMARY:${title}`,
      ...fold(
        `DESCRIPTION:${prose(14)}\\nhttps://zoom.us/j/${String(index).padStart(9, '9')}\\, ${prose(8)}`,
      ),
      `LOCATION:https://zoom.us/j/${String(index).padStart(9, '9')}`,
      'STATUS:CONFIRMED',
      'SEQUENCE:0',
      'CLASS:PUBLIC',
      'TRANSP:OPAQUE',
    ]
    const stamps = [
      'DTSTAMP:20240101T000000Z',
      'CREATED:20140101T000000Z',
      'LAST-MODIFIED:20240101T000000Z',
    ]
    if (random() < 0.05) {
      lines.push(
        'BEGIN:VEVENT',
        `UID:${uid}`,
        ...stamps,
        `DTSTART;VALUE=DATE:${dateText(wall)}`,
        `DTEND;VALUE=DATE:${dateText(wall + day)}`,
        ...text(prose(4)),
        'END:VEVENT',
      )
      continue
    }
    const times = [time('DTSTART', wall, zone), time('DTEND', wall + 3_600_000, zone)]
    if (random() >= 0.2) {
      lines.push('BEGIN:VEVENT', `UID:${uid}`, ...stamps, ...times, ...text(prose(4)), 'END:VEVENT')
      continue
    }
    const rule = ruleFrom(random, wall)
    const step = rule.includes('DAILY') ? 1 : 7
    const exceptions = Array.from({length: Math.floor(random() * 4)}, (_, at) =>
      time('EXDATE', wall + (at * 3 + 2) * step * day, zone),
    )
    lines.push(
      'BEGIN:VEVENT',
      `UID:${uid}`,
      ...stamps,
      ...times,
      rule,
      ...exceptions,
      ...text(prose(4)),
      'END:VEVENT',
    )
    for (let change = 0; random() < 0.35 && change < 4; change++) {
      const original = wall + (change * 3 + 1) * step * day
      lines.push(
        'BEGIN:VEVENT',
        `UID:${uid}`,
        ...stamps,
        time('RECURRENCE-ID', original, zone),
        time('DTSTART', original + 3_600_000, zone),
        time('DTEND', original + 7_200_000, zone),
        ...text(`${prose(4)} (moved)`),
        'END:VEVENT',
      )
    }
  }
  lines.push('END:VCALENDAR', '')
  return lines.join('\r\n')
}

/** Returns a random rule. Seven of ten have ended, and most are weekly. */
function ruleFrom(random: () => number, wall: number): string {
  const ended =
    random() < 0.7 ? `;UNTIL=${dateText(wall + Math.floor(30 + random() * 700) * day)}T235959Z` : ''
  const kind = random()
  const date = new Date(wall)
  const weekday = weekdays[date.getUTCDay()]
  if (kind < 0.55) return `RRULE:FREQ=WEEKLY;BYDAY=${weekday}${ended}`
  if (kind < 0.7) return `RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}${ended}`
  if (kind < 0.75) return `RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR${ended}`
  if (kind < 0.8) return `RRULE:FREQ=DAILY;COUNT=${10 + Math.floor(random() * 100)}`
  if (kind < 0.93)
    return `RRULE:FREQ=MONTHLY;BYDAY=${Math.min(4, Math.ceil(date.getUTCDate() / 7))}${weekday}${ended}`
  if (kind < 0.97) return `RRULE:FREQ=MONTHLY${ended}`
  return `RRULE:FREQ=YEARLY${ended}`
}

function dateText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10).replaceAll('-', '')
}

function time(name: string, wall: number, zone: string): string {
  const text = `${dateText(wall)}T${new Date(wall).toISOString().slice(11, 19).replaceAll(':', '')}`
  return zone === 'UTC' ? `${name}:${text}Z` : `${name};TZID=${zone}:${text}`
}

function fold(line: string): string[] {
  const [first = '', ...rest] = line.match(/.{1,73}/g) ?? []
  return [first, ...rest.map((part) => ` ${part}`)]
}

/** Standard and summer offsets, and the rules for the changes to them. */
const rules = new Map([
  ['America/New_York', ['-0500', '-0400', '11;BYDAY=1SU', '3;BYDAY=2SU']],
  ['America/Los_Angeles', ['-0800', '-0700', '11;BYDAY=1SU', '3;BYDAY=2SU']],
  ['Europe/Berlin', ['+0100', '+0200', '10;BYDAY=-1SU', '3;BYDAY=-1SU']],
])

function timeZone(name: string): string[] {
  const [standard = '+0530', summer, toStandard, toSummer] = rules.get(name) ?? []
  const observance = (kind: string, from: string, to: string, month?: string): string[] => [
    `BEGIN:${kind}`,
    'DTSTART:19700101T020000',
    ...(month === undefined ? [] : [`RRULE:FREQ=YEARLY;BYMONTH=${month}`]),
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `END:${kind}`,
  ]
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...observance('STANDARD', summer ?? standard, standard, toStandard),
    ...(summer === undefined ? [] : observance('DAYLIGHT', standard, summer, toSummer)),
    'END:VTIMEZONE',
  ]
}
