import {weekdayOf, weekdays} from '@touchpoints/calendar/time'
import type {ListItem} from 'mdast'
import {toString} from 'mdast-util-to-string'

import {type Collector, slug} from '../collector.ts'
import {plain} from '../plain.ts'
import {namedOffset, readTime, zoneOf} from '../sessionTime.ts'
import type {Block} from '../readPage.ts'
import {addSlotSeries, regionsIn} from '../series.ts'
import type {Context, Reader} from './reader.ts'

/** Reads "APAC & EMEA Touchpoints: Thursdays, 12:00 PM GMT" into a series with a cadence. */
export const readSlots: Reader = ({blocks}, context) =>
  blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const rest = block.children.filter((item) => !readSlot(item, context))
    if (rest.length === block.children.length) return [block]
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })

function readSlot(item: ListItem, {out, asOf, zone}: Context): boolean {
  const [, name, day, rest = ''] =
    /^(.+?):\s*(mon|tues|wednes|thurs|fri|satur|sun)days?,?\s*(.*)$/is.exec(
      toString(item).trim(),
    ) ?? []
  const time = readTime(rest)
  const weekday = weekdays.find((each) => each === day?.slice(0, 2).toUpperCase())
  if (name === undefined || weekday === undefined || time?.zone === undefined) return false
  const timeZone = zoneOf(time.zone, zone) ?? 'UTC'
  const cadence = {
    _type: 'recurrence',
    frequency: 'weekly',
    interval: 1,
    weekdays: [weekday],
    time: time.time,
    timeZone,
    startDate: firstFrom(asOf, weekday),
  }
  addSeries(plain(name), cadence, out)
  if (namedOffset(time.zone)) {
    const line = item.position?.start.line ?? 1
    out.finding(
      line,
      `"${time.zone}" was read as local time in ${timeZone}, which has daylight saving time. Choose UTC if the time stays the same in UTC all year.`,
    )
  }
  return true
}

function addSeries(title: string, cadence: Record<string, unknown>, out: Collector): void {
  const regions = regionsIn(title)
  if (regions.length > 0) addSlotSeries(regions, out, {title, cadence})
  else {
    out.add('series', title, {
      title,
      slug: slug(title),
      kind: 'touchpoint',
      audience: 'everyone',
      cadence,
    })
  }
}

function firstFrom(date: string, weekday: string): string {
  const days = Array.from({length: 7}, (_, ahead) =>
    new Date(Date.parse(date) + ahead * 86_400_000).toISOString().slice(0, 10),
  )
  return days.find((day) => weekdayOf(day) === weekday) ?? date
}
