import {Temporal} from 'temporal-polyfill'
import {ordinalName} from '../time/ordinalName.ts'
import {weekdayNames} from '../time/weekdayNames.ts'
import {weekdayOf} from '../time/weekdayOf.ts'
import {editWords, type Choice, type Question} from './question.ts'
import type {RuleRead} from './ruleOf.ts'
import type {DateDraft} from './slotDraft.ts'
import type {SlotPlan} from './slotPlan.ts'
import {upcomingDates, type DateRule} from './upcomingDates.ts'
import {dateText, lastDayOf, readableDate, yearsOf} from './writtenDate.ts'

export interface BoundsRead {
  /** The first date. Without an anchor, the next one from today. */
  rule: DateRule
  /** The interval has no date from which it is counted. */
  isOpen: boolean
  questions: Question[]
}

export interface BoundsContext {
  words: string
  today: string
  slot: number
  /** The year of another date in the words, for a date without one. */
  nearYear?: number
}

/** Reads from when to when a slot meets. */
export function boundsOf(plan: SlotPlan, read: RuleRead, context: BoundsContext): BoundsRead {
  const start = startOf(plan, read, context)
  const {anchor} = plan.draft
  const open = read.rule.interval > 1 && !anchor && !read.months
  const end = endOf(plan, start.rule, context)
  return {
    rule: {...start.rule, ...(end.endDate !== undefined && {endDate: end.endDate})},
    isOpen: open,
    questions: [...start.questions, ...end.questions],
  }
}

interface StartRead {
  rule: DateRule
  questions: Question[]
}

function startOf(plan: SlotPlan, read: RuleRead, context: BoundsContext): StartRead {
  const {anchor} = plan.draft
  const {today, slot} = context
  if (!anchor) {
    const rule = {...read.rule, startDate: firstFrom(plan, read, today)}
    return {rule, questions: read.needsDay ? [askDay(plan, rule, context)] : []}
  }
  const from = anchorDate(plan, anchor, context)
  if (typeof from !== 'string') return {rule: {...read.rule, startDate: today}, questions: [from]}
  if (anchor.weekday !== undefined && anchor.date.days && weekdayOf(from) !== anchor.weekday) {
    const message = `${readableDate(from)} is a ${weekdayNames[weekdayOf(from)]}, not a ${weekdayNames[anchor.weekday]}. Correct the date or the weekday.`
    return {
      rule: {...read.rule, startDate: from},
      questions: [{code: 'date-differs', slot, field: 'startDate', message, choices: []}],
    }
  }
  if (read.needsDay) return dayFromAnchor(plan, read, from, anchor, context)
  return {
    rule: {...read.rule, startDate: firstFrom(plan, read, from)},
    questions: checkAnchor(read, from, anchor, context),
  }
}

/** Returns the date of an anchor: its day, or the first day of its month or year. */
function anchorDate(
  plan: SlotPlan,
  anchor: DateDraft,
  {words, today, slot, nearYear}: BoundsContext,
): string | Question {
  const {year, month, days} = anchor.date
  const question = (code: Question['code'], message: string, choices: Choice[] = []): Question => ({
    code,
    slot,
    field: 'startDate',
    message,
    choices,
  })
  const [day = 1] = days ?? []
  if ((days?.length ?? 1) > 1)
    return question('not-understood', 'A rhythm is counted from one date. Write only one.')
  const written = year ?? nearYear
  if (written === undefined) {
    const years = yearsOf({month: month ?? 1, days: [day]}, days ? plan.day.weekdays : [], today)
    const text = words.slice(anchor.start, anchor.end)
    const choices = years.slice(0, 3).map((each) => ({
      label: `${each}`,
      words: editWords(words, [{start: anchor.end, end: anchor.end, text: ` ${each}`}]),
    }))
    return question('which-year', `“${text}” has no year. Choose one.`, choices)
  }
  const date = dateText(written, month ?? 1, day)
  if (date === undefined) {
    const text = words.slice(anchor.start, anchor.end)
    return question(
      'date-differs',
      `“${text}” names a day that the calendar does not have. Correct it.`,
    )
  }
  return date
}

/** The first date of the rule from a day on. */
function firstFrom(plan: SlotPlan, {rule, months}: RuleRead, from: string): string {
  const start = Temporal.PlainDate.from(from)
  const {monthDay} = plan.day
  const monthFits = (date: Temporal.PlainDate) =>
    months === undefined || months.includes(date.month)
  if (rule.monthlyOn === 'date') {
    const day = monthDay ?? start.day
    const found = daysFrom(start, 366 * 5).find((each) => each.day === day && monthFits(each))
    return (found ?? start).toString()
  }
  if (months === undefined) return upcomingDates({...rule, startDate: from}, from, 1)[0] ?? from
  const all = upcomingDates({...rule, interval: 1, startDate: from}, from, 24)
  return all.find((each) => months.includes(Number(each.slice(5, 7)))) ?? from
}

function daysFrom(start: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  return Array.from({length: count}, (_, days) => start.add({days}))
}

/** "Every six weeks, counted from Tuesday 5 November 2024": the date gives the day. */
function dayFromAnchor(
  plan: SlotPlan,
  {rule}: RuleRead,
  from: string,
  {date}: DateDraft,
  context: BoundsContext,
): StartRead {
  const start = {...rule, startDate: from}
  if (!date.days) return {rule: start, questions: [askDay(plan, start, context)]}
  if (rule.frequency === 'weekly')
    return {rule: {...start, weekdays: [weekdayOf(from)]}, questions: []}
  if (plan.draft.months.length > 0) return {rule: start, questions: [askDay(plan, start, context)]}
  const {rhythm} = plan.draft
  const day = Number(from.slice(8))
  const name = weekdayNames[weekdayOf(from)]
  const week = Math.ceil(day / 7)
  const choice = (label: string, text: string): Choice => ({
    label,
    words: editWords(context.words, [
      {start: rhythm?.end ?? plan.draft.start, end: rhythm?.end ?? plan.draft.start, text},
    ]),
  })
  const message = `Does it follow the day of the month or the weekday? ${readableDate(from)} is a ${name}.`
  const choices = [
    choice(`On day ${day} of the month`, ` on day ${day}`),
    choice(`On the ${ordinalName(week)} ${name}`, ` on the ${ordinalName(week)} ${name}`),
  ]
  return {
    rule: start,
    questions: [{code: 'which-day', slot: context.slot, field: 'monthlyOn', message, choices}],
  }
}

function askDay(plan: SlotPlan, rule: DateRule, {words, slot}: BoundsContext): Question {
  const weekly = rule.frequency === 'weekly'
  const names = Object.values(weekdayNames).slice(0, 5)
  const at = plan.draft.rhythm?.end ?? plan.time?.end ?? plan.draft.end
  const choices = weekly
    ? names.map((name) => ({
        label: name,
        words: editWords(words, [{start: at, end: at, text: ` on ${name}s`}]),
      }))
    : []
  const message = weekly
    ? 'On which weekday? The words don’t say.'
    : 'On which day of the month? Write it, such as “second Tuesday” or “day 15”.'
  return {code: 'which-day', slot, field: 'weekdays', message, choices}
}

/** An interval is counted from its anchor, so the anchor has to be a date of the rule. */
function checkAnchor(
  {rule, months}: RuleRead,
  from: string,
  anchor: DateDraft,
  context: BoundsContext,
): Question[] {
  const {words, slot} = context
  const exactDay = anchor.date.days !== undefined
  const replace = (date: string): Choice => ({
    label: readableDate(date),
    words: editWords(words, [
      {start: anchor.start, end: anchor.end, text: `counted from ${readableDate(date)}`},
    ]),
  })
  if (rule.frequency === 'weekly') {
    if (rule.interval === 1 || (exactDay && rule.weekdays.includes(weekdayOf(from)))) return []
    const every = {...rule, interval: 1, startDate: from}
    const around = exactDay
      ? upcomingDates({...every, startDate: shift(from, -7)}, shift(from, -6), 2)
      : upcomingDates(every, from, rule.interval)
    const days = rule.weekdays.map((each) => weekdayNames[each]).join(' or ')
    const message = exactDay
      ? `${readableDate(from)} is a ${weekdayNames[weekdayOf(from)]}, not a ${days}. From which date are the weeks counted?`
      : `From which ${days} are the weeks counted?`
    return [
      {
        code: exactDay ? 'date-differs' : 'which-weeks',
        slot,
        field: 'startDate',
        message,
        choices: around.map(replace),
      },
    ]
  }
  const month = Number(from.slice(5, 7))
  if (months && anchor.date.month !== undefined && !months.includes(month)) {
    const message = `The words name other months than the month of “${words.slice(anchor.start, anchor.end)}”. Correct one of them.`
    return [{code: 'date-differs', slot, field: 'startDate', message, choices: []}]
  }
  const isMonthOpen = anchor.date.month === undefined && rule.interval > 1 && !months
  if (!isMonthOpen) return []
  const options = upcomingDates({...rule, interval: 1, startDate: from}, from, rule.interval)
  return [
    {
      code: 'which-weeks',
      slot,
      field: 'startDate',
      message: 'From which month is the interval counted?',
      choices: options.map(replace),
    },
  ]
}

function shift(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({days}).toString()
}

function endOf(
  plan: SlotPlan,
  rule: DateRule,
  {words, slot}: BoundsContext,
): {endDate?: string; questions: Question[]} {
  const {until, count} = plan.draft
  const question = (message: string, choices: Choice[] = []): Question => ({
    code: 'not-understood',
    slot,
    field: 'endDate',
    message,
    choices,
  })
  if (until) {
    const {year, month, days, atEnd} = until.date
    const text = words.slice(until.start, until.end)
    if (year === undefined || (days?.length ?? 1) > 1)
      return {questions: [question(`“${text}” needs a day, a month and a year.`)]}
    const [day] = days ?? []
    if (month !== undefined && day !== undefined) {
      const date = dateText(year, month, day)
      if (date === undefined)
        return {questions: [question(`“${text}” names a day that the calendar does not have.`)]}
      if (until.weekday === undefined || weekdayOf(date) === until.weekday)
        return {endDate: date, questions: []}
      return {
        questions: [
          question(
            `${readableDate(date)} is a ${weekdayNames[weekdayOf(date)]}. Correct the date or the weekday.`,
          ),
        ],
      }
    }
    const last = lastDayOf(until.date)
    if (atEnd) return {...(last && {endDate: last}), questions: []}
    const through = `until ${last ?? ''}`
    const choices = [
      {
        label: `${text}, included`,
        words: editWords(words, [{start: until.start, end: until.end, text: through}]),
      },
    ]
    return {questions: [question(`Does “${text}” include it? Write the last day.`, choices)]}
  }
  if (count === undefined) return {questions: []}
  if (!plan.draft.anchor)
    return {questions: [question(`From which date are the ${count} dates counted?`)]}
  const last = upcomingDates(rule, rule.startDate, count)
  if (last.length < count)
    return {questions: [question(`${count} dates reach too far. Write the last day.`)]}
  return {...(last.at(-1) !== undefined && {endDate: last.at(-1)}), questions: []}
}
