import type {Recurrence} from '../time/recurrence.ts'
import {boundsOf, type BoundsRead} from './boundsOf.ts'
import {clockOf} from './clockOf.ts'
import {askWeeks, askTurns} from './askAnchors.ts'
import {askMidnight} from './askMidnight.ts'
import {joinSlots} from './joinSlots.ts'
import {editWords, type Doubt, type Question} from './question.ts'
import {ruleOf, type RuleRead} from './ruleOf.ts'
import type {Statement} from './slotDraft.ts'
import {planSlots, type SlotPlan} from './slotPlan.ts'

export interface SlotsRead {
  /** Complete slots. Only valid without questions. */
  slots: Recurrence[]
  draft: Partial<Recurrence>[]
  minutes?: number
  questions: Question[]
  doubts: Doubt[]
}

interface SlotsRequest {
  words: string
  today: string
  timeZone?: string
}

/** Reads the slots of a statement, with everything that is open about them. */
export function readSlots(statement: Statement, {words, today, timeZone}: SlotsRequest): SlotsRead {
  const {plans, doubts, questions} = joinSlots(planSlots(statement), statement)
  const nearYear = plans.flatMap(({draft}) => draft.anchor?.date.year ?? [])[0]
  const read = plans.map((plan, slot) => {
    const rule = ruleOf(plan, slot, words)
    const bounds = boundsOf(plan, rule, {
      words,
      today,
      slot,
      ...(nearYear !== undefined && {nearYear}),
    })
    const clock = clockOf(plan, bounds.rule, {
      words,
      today,
      slot,
      general: statement.zones,
      ...(timeZone !== undefined && {suggestion: timeZone}),
    })
    return {plan, slot, rule, bounds, clock}
  })
  const all = [
    ...questions,
    ...askMidnight(plans, words),
    ...severalTimes(statement, plans, words),
    ...anchors(read, statement, words, today),
    ...sharedDays(read),
    ...read.flatMap(({rule, bounds, clock}) => [
      ...rule.questions,
      ...bounds.questions,
      ...clock.questions,
    ]),
  ]
  const draft = read.map(({plan, bounds, clock}) => draftOf(plan, bounds, clock.timeZone))
  const slots = draft.flatMap((each) => complete(each) ?? [])
  const minutes = lengthOf(plans, statement)
  return {
    slots,
    draft,
    ...(minutes !== undefined && {minutes}),
    questions: all,
    doubts: [...doubts, ...read.flatMap(({clock}) => clock.doubts)],
  }
}

function draftOf(
  plan: SlotPlan,
  {rule, isOpen}: BoundsRead,
  timeZone: string | undefined,
): Partial<Recurrence> {
  const {startDate, ...rest} = rule
  return {
    ...rest,
    ...(!isOpen && {startDate}),
    ...(plan.time && {time: plan.time.time}),
    ...(timeZone !== undefined && {timeZone}),
  }
}

function complete(draft: Partial<Recurrence>): Recurrence | undefined {
  const {frequency, interval, weekdays, time, timeZone, startDate} = draft
  if (!frequency || !interval || !weekdays || !time || !timeZone || !startDate) return undefined
  return {...draft, frequency, interval, weekdays, time, timeZone, startDate}
}

function lengthOf(plans: readonly SlotPlan[], {minutes}: Statement): number | undefined {
  const lengths = new Set([...minutes, ...plans.flatMap(({time}) => time?.minutes ?? [])])
  return lengths.size === 1 ? [...lengths][0] : undefined
}

/** Two times in one zone: both on each date, or one after the other? */
function severalTimes(
  {turn, sessions}: Statement,
  plans: readonly SlotPlan[],
  words: string,
): Question[] {
  if (turn || sessions) return []
  const [first] = plans
  const same = plans.filter(({draft, day}) => draft === first?.draft && day === first.day)
  const at = same.at(-1)?.time?.end
  if (same.length < 2 || at === undefined) return []
  const add = (text: string) => editWords(words, [{start: at, end: at, text}])
  const message =
    'The words name several times. Does the meeting take place at each of them, or in turn?'
  const choices = [
    ...(same.length <= 3
      ? [{label: 'At each of them', words: add(` in ${same.length} sessions`)}]
      : []),
    {label: 'In turn', words: add(' in turn')},
  ]
  return [{code: 'all-or-in-turn', message, choices}]
}

interface Read {
  plan: SlotPlan
  slot: number
  rule: RuleRead
  bounds: BoundsRead
}

/** "Tuesdays 10:00; first Tuesday 16:00": instead of 10:00, or as well? */
function sharedDays(read: readonly Read[]): Question[] {
  const weekly = read.filter(({bounds: {rule}}) => rule.frequency === 'weekly')
  const monthly = read.filter(({bounds: {rule}}) => rule.monthlyOn === 'weekday')
  const shared = monthly.some(({bounds: {rule}}) =>
    rule.weekdays.some((day) => weekly.some((each) => each.bounds.rule.weekdays.includes(day))),
  )
  if (!shared) return []
  const message =
    'A weekly and a monthly slot fall on the same day. Write the monthly one as a meeting of its own, or leave the weekly dates out.'
  return [{code: 'all-or-in-turn', message, choices: []}]
}

/** Intervals without a date from which they are counted. */
function anchors(
  read: readonly Read[],
  statement: Statement,
  words: string,
  today: string,
): Question[] {
  const open = read.filter(({bounds, rule}) => bounds.isOpen && !rule.needsDay)
  const inTurn = read.length > 1 && (statement.turn || read.some(({plan}) => plan.draft.between))
  const oneAnchorForAll = new Set(read.map(({plan}) => plan.draft.anchor)).size < read.length
  const isOwn = read.some(
    ({plan}) => plan.draft.weekParity !== undefined || plan.draft.monthParity !== undefined,
  )
  if (inTurn && !isOwn && (open.length > 0 || oneAnchorForAll))
    return [askTurns(read, words, today)]
  return open.map((each) => askWeeks(each, words, today))
}
