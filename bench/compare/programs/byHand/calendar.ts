import ical from 'node-ical'

export interface Session {
  title: string
  start: string
  minutes: number
  status: string
  eventUid: string | null
}

export interface Item {
  title: string
  start: string
  end: string
  allDay: boolean
  status: string
}

/** Merges sessions with the events of feeds. One event is one UID, or one title at one time. */
export function mergedEvents(
  sessions: readonly Session[],
  feeds: readonly string[],
  from: Date,
  to: Date,
): Item[] {
  const items = sessions
    .map(({start, minutes, ...rest}) => ({
      ...rest,
      start: isoOf(new Date(start), false),
      end: isoOf(new Date(Date.parse(start) + minutes * 60_000), false),
      allDay: false,
    }))
    .filter(({start, end}) => Date.parse(end) > from.getTime() && Date.parse(start) < to.getTime())
  const seen = new Set(items.flatMap((item) => keysOf(item, item.eventUid ?? undefined)))
  const events: Item[] = [...items]
  for (const feed of feeds) {
    for (const component of Object.values(ical.sync.parseICS(feed))) {
      if (component?.type !== 'VEVENT') continue
      for (const each of ical.expandRecurringEvent(component, {from, to, expandOngoing: true})) {
        const allDay = each.isFullDay
        const event: Item = {
          title: textOf(each.summary),
          start: isoOf(each.start, allDay),
          end: isoOf(each.end, allDay),
          allDay,
          status: each.event.status === 'CANCELLED' ? 'cancelled' : 'confirmed',
        }
        const keys = keysOf(event, each.event.uid)
        if (keys.some((key) => seen.has(key))) continue
        for (const key of keys) seen.add(key)
        events.push(event)
      }
    }
  }
  return events.sort((a, b) => a.start.localeCompare(b.start))
}

function keysOf({title, start}: {title: string; start: string}, uid: string | undefined): string[] {
  return [`${title.trim().toLowerCase()} ${start}`, ...(uid ? [`${uid} ${start}`] : [])]
}

function textOf(summary: unknown): string {
  if (typeof summary === 'string') return summary
  const hasText = typeof summary === 'object' && summary !== null && 'val' in summary
  return hasText ? String(summary.val) : ''
}

function isoOf(date: Date, allDay: boolean): string {
  if (!allDay) return `${date.toISOString().slice(0, 19)}Z`
  const [month, day] = [date.getMonth() + 1, date.getDate()]
  return [date.getFullYear(), month, day].map((part) => String(part).padStart(2, '0')).join('-')
}
