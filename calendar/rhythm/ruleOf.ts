import {ordinalName} from '../time/ordinalName.ts'
import {weekdayNames} from '../time/weekdayNames.ts'
import {editWords, type Choice, type Question} from './question.ts'
import type {DayPlan, SlotPlan} from './slotPlan.ts'
import type {DateRule} from './upcomingDates.ts'

/** What a plan says about its days, without the first date. */
export interface RuleRead {
  rule: Omit<DateRule, 'startDate' | 'endDate'>
  /** Days come from the first date: "every six weeks, counted from Tuesday 5 November 2024". */
  needsDay: boolean
  /** The month in which an interval of months is counted, from "odd months" or "of the quarter". */
  months?: readonly number[]
  questions: Question[]
}

/** Reads how often and on which days a slot meets. */
export function ruleOf(plan: SlotPlan, slot: number, words: string): RuleRead {
  const {draft, day} = plan
  const ask = (
    code: Question['code'],
    field: Question['field'],
    message: string,
    choices: Choice[],
  ) => ({
    code,
    slot,
    ...(field && {field}),
    message,
    choices,
  })
  let questions: Question[] = []
  const nth = draft.everyNth
  const isMonth = draft.rhythm?.unit === 'month' || draft.rhythm?.unit === 'quarter'
  const ordinals = day.ordinals.length > 0 || !nth || !isMonth ? day.ordinals : nthOrdinals(nth.nth)
  const monthly =
    isMonth || ordinals.length > 0 || day.businessDays.length > 0 || day.monthDay !== undefined

  if (nth && !isMonth && day.ordinals.length === 0) {
    const {message, choices} = twoReadings(plan, nth, words)
    questions.push(ask('two-readings', 'frequency', message, choices))
  }
  if (draft.rhythm?.twice) questions = [...questions, ...askTwice(plan, slot, words)]
  const {rhythm} = draft
  const single = day.weekdays.length === 1 && !draft.plural && !nth
  if (!monthly && rhythm === undefined && single && !draft.weekParity) {
    const name = nameOf(plan)
    const option = (label: string, text: string): Choice => ({
      label,
      words: editWords(words, [{start: day.start, end: day.end, text}]),
    })
    questions.push(
      ask(
        'how-often',
        'frequency',
        `The words don't say how often the meeting on ${name} takes place.`,
        [option('Every week', `every ${name}`), option('Every other week', `every other ${name}`)],
      ),
    )
  }
  if (isBothEndsOfQuarter(plan)) {
    const message =
      'These days are in different months of the quarter. Write one slot for each of them.'
    questions.push(ask('not-understood', 'ordinals', message, []))
  }
  if (!monthly && (draft.months.length > 0 || draft.monthParity !== undefined)) {
    questions.push(
      ask(
        'not-understood',
        'frequency',
        'A weekly rhythm can’t name months. Write from when to when it meets.',
        [],
      ),
    )
  }
  if (!monthly) {
    const hasDay = day.weekdays.length > 0
    const interval = (rhythm?.interval ?? 1) * plan.turns
    const rule = {
      frequency: 'weekly' as const,
      interval: draft.weekParity ? 1 : interval,
      weekdays: [...new Set(day.weekdays)],
      ...(draft.weekParity && {weeks: draft.weekParity}),
    }
    return {rule, needsDay: !hasDay, questions}
  }
  if (rhythm?.unit === 'week' || draft.weekParity) {
    questions.push(
      ask(
        'not-understood',
        'frequency',
        'The words name weeks and a day of the month. Write only one of them.',
        [],
      ),
    )
  }
  const interval = monthInterval(plan)
  if (draft.months.length > 0 && draft.months.length * interval !== 12) {
    const message =
      'These months are not evenly spaced. Write one slot for each month, such as “yearly from 3 March 2027”.'
    questions.push(ask('not-understood', 'interval', message, []))
  }
  const months = monthsOf(plan)
  const base = {
    frequency: 'monthly' as const,
    interval,
    ...(draft.dayOffset && {dayOffset: draft.dayOffset}),
  }
  if (day.businessDays.length > 0) {
    const rule = {
      ...base,
      weekdays: [],
      monthlyOn: 'businessDay' as const,
      ordinals: day.businessDays,
    }
    return {rule, needsDay: false, ...(months && {months}), questions}
  }
  if (day.weekdays.length > 0) {
    if (ordinals.length === 0) questions.push(askWeek(plan, slot, words))
    const rule = {
      ...base,
      weekdays: [...new Set(day.weekdays)],
      monthlyOn: 'weekday' as const,
      ordinals,
    }
    return {rule, needsDay: false, ...(months && {months}), questions}
  }
  const rule = {...base, weekdays: [], monthlyOn: 'date' as const}
  return {rule, needsDay: day.monthDay === undefined, ...(months && {months}), questions}
}

function nthOrdinals(nth: number) {
  return ([1, 2, 3, 4, 5] as const).filter((each) => each === nth)
}

function nameOf({day}: SlotPlan): string {
  return [...new Set(day.weekdays)].map((each) => weekdayNames[each]).join(' and ')
}

function monthInterval({draft, turns}: SlotPlan): number {
  const {rhythm, months, monthParity} = draft
  if (months.length > 0) return evenStep(months) ?? 1
  if (monthParity) return 2
  const written = rhythm?.unit === 'week' ? 1 : (rhythm?.interval ?? 1)
  return written * (rhythm?.unit === 'quarter' ? 3 : 1) * turns
}

/** The months between one and the next, if it is always the same: 3 for January, April, July, October. */
function evenStep(months: readonly number[]): number | undefined {
  const sorted = [...new Set(months)].sort((a, b) => a - b)
  const step = 12 / sorted.length
  const [first = 1] = sorted
  return sorted.every((month, index) => month === first + index * step) ? step : undefined
}

/** "The last Friday of the quarter" is in its last month. */
function isFromEnd({ordinals, businessDays}: DayPlan): boolean {
  return [...ordinals, ...businessDays].some((each) => each < 0)
}

/** One slot can't be in the first and in the last month of a quarter. */
function isBothEndsOfQuarter({draft, day}: SlotPlan): boolean {
  const isStart = [...day.ordinals, ...day.businessDays].some((each) => each > 0)
  return draft.rhythm?.unit === 'quarter' && isStart && isFromEnd(day)
}

function monthsOf({draft, day}: SlotPlan): readonly number[] | undefined {
  if (draft.months.length > 0) return draft.months
  if (draft.monthParity)
    return draft.monthParity === 'odd' ? [1, 3, 5, 7, 9, 11] : [2, 4, 6, 8, 10, 12]
  if (draft.rhythm?.unit !== 'quarter' || draft.rhythm.explicit) return undefined
  return isFromEnd(day) ? [3, 6, 9, 12] : [1, 4, 7, 10]
}

function twoReadings(
  plan: SlotPlan,
  nth: {nth: number; text: string; start: number; end: number},
  words: string,
): {message: string; choices: Choice[]} {
  const name = nameOf(plan)
  const weeks = nth.nth === 2 ? `every other ${name}` : `every ${nth.nth} weeks on ${name}`
  const month = `${ordinalName(nth.nth)} ${name} of each month`
  const option = (label: string, text: string): Choice => ({
    label,
    words: editWords(words, [{start: nth.start, end: plan.day.end, text}]),
  })
  const message = `“${nth.text} ${name}” has two meanings. Choose one.`
  const choices = [
    option(capital(weeks), weeks),
    ...(nth.nth <= 5 ? [option(capital(month), month)] : []),
  ]
  return {message, choices}
}

function askTwice(plan: SlotPlan, slot: number, words: string): Question[] {
  const {rhythm} = plan.draft
  if (!rhythm) return []
  const isWeek = rhythm.unit === 'week'
  // "Bi-weekly" with a single day is every other week: twice a week needs two days.
  if (isWeek && rhythm.twice === 'possible' && plan.day.weekdays.length < 2) return []
  const option = (label: string, text: string): Choice => ({
    label,
    words: editWords(words, [{start: rhythm.start, end: rhythm.end, text}]),
  })
  const other = option(
    isWeek ? 'Every other week' : 'Every other month',
    isWeek ? 'every other week' : 'every other month',
  )
  if (isWeek && plan.day.weekdays.length === 2) {
    if (rhythm.twice === 'sure') return []
    const both = option('Every week, on both days', 'weekly')
    return [question(`“${rhythm.text}” has two meanings. Choose one.`, [both, other])]
  }
  if (rhythm.twice === 'sure' && plan.day.ordinals.length === 2) return []
  const message =
    rhythm.twice === 'sure'
      ? `“${rhythm.text}” needs two days. Write them, such as “1st and 3rd Tuesday of the month” or “Tuesdays and Thursdays”.`
      : `“${rhythm.text}” has two meanings. Choose one, or write the days.`
  return [question(message, rhythm.twice === 'sure' ? [] : [other])]

  function question(text: string, choices: Choice[]): Question {
    return {code: 'two-readings', slot, field: 'interval', message: text, choices}
  }
}

function askWeek(plan: SlotPlan, slot: number, words: string): Question {
  const {day} = plan
  const name = nameOf(plan)
  const choices = ([1, 2, 3, 4, -1] as const).map((ordinal) => {
    const label = `${ordinalName(ordinal)} ${name}`
    return {
      label: capital(label),
      words: editWords(words, [{start: day.start, end: day.end, text: label}]),
    }
  })
  const message = `Which ${name} of the month? The words don't say.`
  return {code: 'which-day', slot, field: 'ordinals', message, choices}
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
