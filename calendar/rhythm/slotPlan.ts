import type {Ordinal, Weekday} from '../time/recurrence.ts'
import type {SlotDraft, Statement, TimeDraft, ZoneDraft} from './slotDraft.ts'

/** The days of one slot. */
export interface DayPlan {
  weekdays: Weekday[]
  ordinals: Ordinal[]
  businessDays: Ordinal[]
  monthDay?: number
  start: number
  end: number
}

/** One slot as the words describe it, after the gaps are filled from the other slots. */
export interface SlotPlan {
  draft: SlotDraft
  day: DayPlan
  /** Absent when the words have no time. */
  time?: TimeDraft
  /** The same start on other clocks. */
  alternatives: TimeDraft[]
  zones: ZoneDraft[]
  /** Where a bound such as ", counted from 5 November 2026" can be added. */
  insertAt: number
  /** Number of slots that take turns in the interval. 1 without turns. */
  turns: number
}

/**
 * Fills the gaps of each slot from the others, and makes one plan for each day and time.
 *
 * A rhythm, days and times are taken from the slot before. A zone is taken from the next slot with one if
 * there is none before: "Wednesday 10:00 and Thursday 16:00 New York".
 */
export function planSlots(statement: Statement): SlotPlan[] {
  const drafts = fillGaps(
    shareRhythm(
      statement.drafts.filter((draft) => hasContent(draft)),
      statement.turn,
    ),
  )
  const plans = drafts.flatMap((draft) =>
    daysOf(draft).flatMap((day) =>
      timesOf(draft, statement).map((time) => ({draft, day, ...time})),
    ),
  )
  const turns = statement.turn && sharesRhythm(drafts, plans.length) ? Math.max(plans.length, 1) : 1
  return fillZones(
    plans.map((plan) => ({
      ...plan,
      zones: plan.time?.zones ?? [],
      insertAt: insertPoint(plan.draft, plan.time),
      turns,
    })),
    statement,
  )
}

function hasContent(draft: SlotDraft): boolean {
  const days = draft.on.length > 0 || hasMonthDay(draft)
  return (
    days ||
    draft.times.length > 0 ||
    draft.rhythm !== undefined ||
    draft.between ||
    hasParity(draft)
  )
}

function hasParity({weekParity, monthParity}: SlotDraft): boolean {
  return weekParity !== undefined || monthParity !== undefined
}

function hasMonthDay({monthDays, businessDays}: SlotDraft): boolean {
  return monthDays.length > 0 || businessDays.length > 0
}

/** "In turn: Tuesday 17:00, Wednesday 09:00; one a week": the only rhythm is that of all slots. */
function shareRhythm(drafts: readonly SlotDraft[], turn: boolean): readonly SlotDraft[] {
  const last = drafts.at(-1)
  if (!turn || !last?.rhythm || drafts.slice(0, -1).some(({rhythm}) => rhythm !== undefined))
    return drafts
  const {rhythm} = last
  return drafts.map((draft) => ({...draft, rhythm}))
}

function fillGaps(drafts: readonly SlotDraft[]): SlotDraft[] {
  const filled: SlotDraft[] = []
  for (const draft of drafts) {
    const before = filled.at(-1)
    filled.push(before ? fillFrom(before, draft) : draft)
  }
  return filled
}

function fillFrom(before: SlotDraft, draft: SlotDraft): SlotDraft {
  const ownDay = draft.on.length > 0 || hasMonthDay(draft)
  const monthly = draft.on.some(({ordinals}) => ordinals.length > 0) || hasMonthDay(draft)
  const rhythmFits = !ownDay || !monthly || before.rhythm?.unit !== 'week'
  return {
    ...draft,
    ...(draft.rhythm === undefined &&
      rhythmFits &&
      before.rhythm && {rhythm: before.rhythm, rhythmOfEach: before.rhythmOfEach}),
    ...(draft.everyNth === undefined && !ownDay && before.everyNth && {everyNth: before.everyNth}),
    ...(!ownDay && {
      on: before.on,
      monthDays: before.monthDays,
      businessDays: before.businessDays,
      plural: before.plural,
      ...(before.dayOffset !== undefined && {dayOffset: before.dayOffset}),
    }),
    ...(draft.months.length === 0 && {months: before.months}),
    ...(draft.times.length === 0 && !ownDay && {times: before.times}),
    ...(draft.count === undefined && before.count !== undefined && {count: before.count}),
  }
}

function daysOf(draft: SlotDraft): DayPlan[] {
  const none = {weekdays: [], ordinals: [], businessDays: [], start: draft.start, end: draft.end}
  const days = [
    ...draft.on.map((each) => ({...none, ...each})),
    ...draft.monthDays.map((monthDay) => ({...none, monthDay})),
    ...(draft.businessDays.length > 0 ? [{...none, businessDays: draft.businessDays}] : []),
  ]
  return days.length > 0 ? days : [none]
}

interface PlannedTime {
  time?: TimeDraft
  alternatives: TimeDraft[]
}

/** Sorts the times of a draft into slots and the same start on other clocks. */
function timesOf({times}: SlotDraft, statement: Statement): PlannedTime[] {
  if (times.length === 0) return [{alternatives: []}]
  const main = times.filter(({isAlternative}) => !isAlternative)
  const others = times.filter(({isAlternative}) => isAlternative)
  const [first] = main
  const severalSlots = statement.turn || statement.sessions
  if (first && !severalSlots && namesDifferentZones(main)) {
    return [{time: first, alternatives: [...main.slice(1), ...others]}]
  }
  return main.map((time, index) => ({
    time,
    alternatives:
      others.length === main.length
        ? others.slice(index, index + 1)
        : index === main.length - 1
          ? others
          : [],
  }))
}

/** "10:00 US Central, 15:00 UTC and 17:00 Central Europe": one start, since each hour has its own zone. */
function namesDifferentZones(times: readonly TimeDraft[]): boolean {
  const names = times.map(({zones}) => JSON.stringify(zones[0]?.zone))
  return !times.some(({zones}) => zones.length === 0) && new Set(names).size === names.length
}

/** Turns within one interval: "weekly in turn: Wednesday …, Thursday …". */
function sharesRhythm(drafts: readonly SlotDraft[], slots: number): boolean {
  const [first] = drafts
  if (!first || slots < 2 || first.rhythmOfEach) return false
  const isOwn = drafts.some(
    (draft) =>
      draft.rhythm !== first.rhythm ||
      draft.weekParity !== undefined ||
      draft.monthParity !== undefined,
  )
  return !isOwn
}

/** Behind the words of the slot, or behind its time if other slots share the words. */
function insertPoint(draft: SlotDraft, time: TimeDraft | undefined): number {
  const main = draft.times.filter(({isAlternative}) => !isAlternative)
  return time && main.length > 1 ? time.end : draft.end
}

function fillZones(plans: readonly SlotPlan[], statement: Statement): SlotPlan[] {
  const written = plans.map(({zones}) => zones)
  return plans.map((plan, index) => {
    if (plan.zones.length > 0) return plan
    const before = written.slice(0, index).findLast((each) => each.length > 0)
    const after = written.slice(index + 1).find((each) => each.length > 0)
    return {...plan, zones: (statement.zones.length > 0 ? statement.zones : before) ?? after ?? []}
  })
}
