import {Temporal} from 'temporal-polyfill'
import {instantFromWallClock} from '../time/instantFromWallClock.ts'
import {wallClock} from '../time/wallClock.ts'
import {editWords, type Choice, type Doubt, type Edit, type Question} from './question.ts'
import type {TimeDraft, ZoneDraft} from './slotDraft.ts'
import type {SlotPlan} from './slotPlan.ts'
import {upcomingDates, type DateRule} from './upcomingDates.ts'
import type {ZoneMeaning} from './zoneWords.ts'

export interface ClockRead {
  timeZone?: string
  questions: Question[]
  doubts: Doubt[]
}

export interface ClockContext {
  words: string
  today: string
  slot: number
  /** The community's zone, offered as an answer. */
  suggestion?: string
  /** Zones that the words give for all times. */
  general: readonly ZoneDraft[]
}

/** A doubt that changes one of the next six starts is a question. */
const startsThatMatter = 6

/**
 * Reads the zone of a slot, and compares the hours of other zones with it.
 *
 * A doubt about the zone only matters where the clocks differ. "CET" in winter is clear, and "CET" in
 * summer is a question.
 */
export function clockOf(plan: SlotPlan, rule: DateRule, context: ClockContext): ClockRead {
  const {time} = plan
  const {slot} = context
  if (!time) {
    const message =
      'At what time? The words don’t say. Add the time and its zone, such as “17:00 Europe/Berlin”.'
    return {questions: [{code: 'no-time', slot, field: 'time', message, choices: []}], doubts: []}
  }
  const [zone] = plan.zones
  if (!zone) return {questions: [askZone(time, context)], doubts: []}
  const named = candidatesOf(plan.zones, nextDates({...rule, interval: 1}, context.today, 53), time)
  if (named.length === 0) {
    const texts = plan.zones.map(({start, end}) => `“${context.words.slice(start, end)}”`)
    const message = `${texts.join(' and ')} are different clocks. Keep one of them.`
    return {
      questions: [{code: 'which-zone', slot, field: 'timeZone', message, choices: []}],
      doubts: [],
    }
  }
  const others = alternativesOf(plan)
  if (others === undefined)
    return {questions: [askHours(plan, context, 'An hour in parentheses has no zone.')], doubts: []}
  const dates = nextDates(rule, context.today, startsThatMatter)
  const startsIn = (timeZone: string, of = dates) =>
    of.map((date) => startOf(date, time.time, timeZone))
  const year = nextDates({...rule, interval: 1, endDate: null}, context.today, 53)
  const agreesSometimes = (timeZone: string, hours: readonly Alternative[]) =>
    year.some((date) => agree(startsIn(timeZone, [date]), hours))
  const general = context.general.length > 0 ? candidatesOf(context.general) : undefined
  const byHours = named.filter((timeZone) => agree(startsIn(timeZone), others))
  const byPlace = byHours.filter((timeZone) => general?.includes(timeZone))
  const fitting = byPlace.length > 0 ? byPlace : byHours
  const [first] = fitting
  const isSeasonal = named.some((each) => !byHours.includes(each) && agreesSometimes(each, others))
  if (first === undefined || isSeasonal)
    return {
      questions: [
        disagreement(
          plan,
          named.some((each) => agreesSometimes(each, others)),
          context,
        ),
      ],
      doubts: [],
    }
  const differing = fitting.filter((each) => !sameStarts(startsIn(first), startsIn(each)))
  if (differing.length > 0) return {questions: [askWhichZone(zone, fitting, context)], doubts: []}
  return {timeZone: first, questions: [], doubts: doubtsOf(plan, rule, fitting, others, context)}
}

interface Alternative {
  time: string
  candidates: readonly string[]
}

/** The other hours of a slot with the zones that they can mean, or undefined when one has no zone. */
function alternativesOf({time, alternatives}: SlotPlan): Alternative[] | undefined {
  // "18:00 UTC (06:00 PM)" repeats the same hour.
  const others = alternatives.filter((each) => each.zones.length > 0 || each.time !== time?.time)
  if (others.some(({zones}) => zones.length === 0)) return undefined
  return others.map(({time, zones}) => ({time, candidates: candidatesOf(zones)}))
}

/**
 * The zones that all written names allow.
 *
 * "UTC+3 Europe/Moscow" has two names of one clock: with dates, equal starts all year are enough, and the
 * place is kept.
 */
function candidatesOf(
  zones: readonly ZoneDraft[],
  dates: readonly string[] = [],
  time?: TimeDraft,
): string[] {
  const [first = [], ...rest] = zones.map(({zone}) => idsOf(zone))
  const shared = first.filter((id) => rest.every((ids) => ids.includes(id)))
  if (shared.length > 0 || time === undefined || dates.length === 0) return shared
  const startsIn = (id: string) => dates.map((date) => startOf(date, time.time, id))
  const isEqual = (a: string, b: string) => sameStarts(startsIn(a), startsIn(b))
  const places = zones.flatMap(({zone}) => (zone.kind === 'place' ? zone.timeZone : []))
  return places.filter((place) =>
    zones.every(({zone}) => idsOf(zone).some((id) => isEqual(place, id))),
  )
}

function idsOf(zone: ZoneMeaning): readonly string[] {
  return zone.kind === 'ambiguous' ? zone.candidates : [zone.timeZone]
}

/** The next dates, or the first ones of a rhythm that has ended. */
function nextDates(rule: DateRule, today: string, count: number): string[] {
  const dates = upcomingDates(rule, today, count)
  return dates.length > 0 ? dates : upcomingDates(rule, rule.startDate, count)
}

function startOf(date: string, time: string, timeZone: string): string {
  const reading = instantFromWallClock(date, time, timeZone)
  if (reading.kind === 'invalid') throw new RangeError(reading.message)
  return reading.kind === 'instant' ? reading.instant : reading.earlier
}

function sameStarts(a: readonly string[], b: readonly string[]): boolean {
  return a.every((start, index) => start === b[index])
}

/** Whether each other hour is the same instant at all starts. */
function agree(starts: readonly string[], others: readonly Alternative[]): boolean {
  return others.every(({time, candidates}) =>
    candidates.some((zone) => starts.every((start) => wallClock(start, zone).time === time)),
  )
}

function askZone(time: TimeDraft, {words, slot, suggestion}: ClockContext): Question {
  const zones = [...new Set([...(suggestion === undefined ? [] : [suggestion]), 'UTC'])]
  const choices = zones.map((zone) => ({
    label: zone,
    words: editWords(words, [{start: time.end, end: time.end, text: ` ${zone}`}]),
  }))
  const message = `In which time zone is ${time.time}? The words don’t say.`
  return {code: 'no-zone', slot, field: 'timeZone', message, choices}
}

function askWhichZone(
  zone: ZoneDraft,
  candidates: readonly string[],
  {words, slot}: ClockContext,
): Question {
  const text = words.slice(zone.start, zone.end)
  const message = `“${text}” has several meanings. Choose one.`
  return {
    code: 'which-zone',
    slot,
    field: 'timeZone',
    message,
    choices: zoneChoices(zone, candidates, words),
  }
}

function zoneChoices(zone: ZoneDraft, candidates: readonly string[], words: string): Choice[] {
  return candidates.map((id) => ({
    label: zoneLabel(id),
    words: editWords(words, [{start: zone.start, end: zone.end, text: zoneText(id)}]),
  }))
}

/** Etc/GMT+5 is five hours behind UTC. */
function zoneText(id: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(id) ?? []
  return sign === undefined ? id : `UTC${sign === '+' ? '-' : '+'}${hours}`
}

function zoneLabel(id: string): string {
  return id.startsWith('Etc/') ? `${zoneText(id)} all year` : id
}

function disagreement(plan: SlotPlan, sometimes: boolean, context: ClockContext): Question {
  const message = sometimes
    ? 'The hours are the same in a part of the year only. Which clock does the meeting follow?'
    : 'The hours are never the same. Which one is right?'
  return askHours(plan, context, message)
}

/** The words between hours, without "also given as" and the like. */
function between(words: string, start: number, end: number, hours: readonly TimeDraft[]): string {
  const edits = hours.map((each) => ({start: each.start - start, end: each.end - start, text: ' '}))
  return editWords(words.slice(start, end), edits).replaceAll(
    /\b(?:and|also|given|written|as|equals|i\.e)\b/g,
    '',
  )
}

/** An hour with the parentheses around it. */
function removed(words: string, {start, end}: TimeDraft, text: string): Edit {
  const inParentheses = words[start - 1] === '(' && words[end] === ')'
  return inParentheses ? {start: start - 1, end: end + 1, text} : {start, end, text}
}

/** Asks for one of the hours; each answer removes the others. */
function askHours(
  {time, alternatives}: SlotPlan,
  {words, slot}: ClockContext,
  message: string,
): Question {
  const all = [...(time ? [time] : []), ...alternatives].filter(({zones}) => zones.length > 0)
  const every = [...all, ...alternatives]
  const start = all.reduce((least, each) => Math.min(least, each.start), time?.start ?? 0)
  const end = every.reduce((most, each) => Math.max(most, each.end), 0)
  const closing = words[end] === ')' && all.some((each) => each.end < end) ? end + 1 : end
  const isOneList = !/\p{L}{3}/u.test(between(words, start, end, every))
  const choices = all.map((each) => {
    const text = words.slice(each.start, each.end).replaceAll(/[()]/g, ' ')
    const edits = isOneList
      ? [{start, end: closing, text}]
      : all.map((other) => removed(words, other, other === time ? text : ''))
    return {label: text, words: editWords(words, edits)}
  })
  return {code: 'hours-disagree', slot, field: 'timeZone', message, choices}
}

function doubtsOf(
  plan: SlotPlan,
  rule: DateRule,
  fitting: readonly string[],
  others: readonly Alternative[],
  context: ClockContext,
): Doubt[] {
  const [zone] = plan.zones
  const [first] = fitting
  const time = plan.time?.time
  if (!zone || first === undefined || time === undefined) return []
  const year = nextDates(
    {...rule, interval: 1, endDate: rule.endDate ?? null},
    context.today,
    53,
  ).filter((date) => date < Temporal.PlainDate.from(context.today).add({years: 1}).toString())
  const starts = (id: string) => year.map((date) => startOf(date, time, id))
  const text = context.words.slice(zone.start, zone.end)
  const doubts: Doubt[] = []
  if (fitting.some((each) => !sameStarts(starts(first), starts(each)))) {
    const message = `“${text}” has several meanings in another part of the year. Read as ${zoneLabel(first)}.`
    const choices = zoneChoices(zone, fitting, context.words)
    doubts.push({code: 'which-zone', slot: context.slot, field: 'timeZone', message, choices})
  }
  if (!agree(starts(first), others)) {
    const message = `The hours are the same in a part of the year only. Read as ${zoneLabel(first)}.`
    doubts.push({...askHours(plan, context, message)})
  }
  if (zone.zone.kind === 'offset') {
    const message = `“${text}” is the same offset all year, without summer time. Name a place if the meeting follows its clock.`
    doubts.push({code: 'fixed-offset', slot: context.slot, field: 'timeZone', message, choices: []})
  }
  return doubts
}
