import {weekdayOf, weekdays} from '@touchpoints/calendar/time'
import {line as lineFormat} from '@touchpoints/schemas/scalars'
import type {ListItem} from 'mdast'
import {toString} from 'mdast-util-to-string'

import type {Collector} from '../collector.ts'
import {plain} from '../plain.ts'
import {namedOffset, readTime, zoneOf} from '../sessionTime.ts'
import type {Block} from '../readPage.ts'
import {addSeries, addSlotSeries, regionsIn} from '../series.ts'
import type {Context, Reader} from './reader.ts'
import {textIn} from './textIn.ts'

/** Reads "APAC & EMEA Touchpoints: Thursdays, 12:00 PM GMT" into a series with a cadence. */
export const readSlots: Reader = ({blocks}, context) => {
  // "Each touchpoint meets once a month" is often in the paragraph above the list.
  const isMonthly = blocks.some((block) => monthly.test(textIn(block)))
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'list') return [block]
    const rest = block.children.filter((item) => !readSlot(item, isMonthly, context))
    if (rest.length === block.children.length) return [block]
    return rest.length === 0 ? [] : [{...block, children: rest}]
  })
}

const monthly = /\bmonthly\b|\b(?:a|an|each|every|per)\s+month\b/i
const fortnightly = /\b(?:bi-?weekly|fortnightly|every (?:other|second|two) )/i

function readSlot(item: ListItem, isMonthly: boolean, {out, asOf, zone}: Context): boolean {
  const text = toString(item).trim()
  const [, name, words = ''] =
    /^(.+?):\s*((?:mon|tues|wednes|thurs|fri|satur|sun)days?.*)$/is.exec(text) ?? []
  const [, day, rest = ''] = /^(.+?)days?,?\s*(.*)$/is.exec(words) ?? []
  const time = readTime(rest)
  const weekday = weekdays.find((each) => each === day?.slice(0, 2).toUpperCase())
  if (name === undefined || weekday === undefined || time?.zone === undefined) return false
  const line = item.position?.start.line ?? 1
  const title = plain(name)
  const inWords = lineFormat.safeParse(words.replaceAll(/\s+/g, ' ').trim())
  if (isMonthly && inWords.success) {
    addSlot(title, {cadenceText: inWords.data}, out)
    out.finding(
      line,
      `The page says that "${title}" meets monthly, but not in which week. "${inWords.data}" was kept as text. Enter the cadence in the Studio.`,
    )
    return true
  }
  const timeZone = zoneOf(time.zone, zone) ?? 'UTC'
  const interval = fortnightly.test(words) ? 2 : 1
  const slot = {
    _type: 'recurrence',
    _key: 'slot',
    frequency: 'weekly',
    interval,
    weekdays: [weekday],
    time: time.time,
    timeZone,
    startDate: firstFrom(asOf, weekday),
  }
  addSlot(title, {cadence: {_type: 'cadence', slots: [slot]}}, out)
  out.finding(
    line,
    interval === 1
      ? `"${words}" was read as every week. Correct the cadence if "${title}" meets less often.`
      : `"${words}" was read as every two weeks from ${slot.startDate}. Correct the first date if it is the other week.`,
  )
  if (namedOffset(time.zone)) {
    out.finding(
      line,
      `"${time.zone}" was read as local time in ${timeZone}, which has daylight saving time. Choose UTC if the time stays the same in UTC all year.`,
    )
  }
  return true
}

function addSlot(title: string, cadence: Record<string, unknown>, out: Collector): void {
  const regions = regionsIn(title)
  if (regions.length > 0) addSlotSeries(regions, out, {title, ...cadence})
  else addSeries({title, meets: 'scheduled', ...cadence}, out)
}

function firstFrom(date: string, weekday: string): string {
  const days = Array.from({length: 7}, (_, ahead) =>
    new Date(Date.parse(date) + ahead * 86_400_000).toISOString().slice(0, 10),
  )
  return days.find((day) => weekdayOf(day) === weekday) ?? date
}
