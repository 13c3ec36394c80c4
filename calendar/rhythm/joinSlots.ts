import {Temporal} from 'temporal-polyfill'
import type {Doubt, Question} from './question.ts'
import type {Statement} from './slotDraft.ts'
import type {SlotPlan} from './slotPlan.ts'

export interface SlotsJoined {
  plans: SlotPlan[]
  doubts: Doubt[]
  questions: Question[]
}

/**
 * Joins slots that fill each other's gaps: two groups that meet every other week at the same hour are one
 * weekly slot. It counts "the weeks between" from the anchor of the slot before.
 */
export function joinSlots(plans: readonly SlotPlan[], statement: Statement): SlotsJoined {
  const [only] = plans
  if (only && plans.length === 1) return joinGroups(only, statement)
  const joined: SlotsJoined = {plans: [], doubts: [], questions: []}
  for (const plan of plans) joinBetween(plan, joined)
  return joined
}

/** "Thursdays 11:00, two groups in turn, each every two weeks": a group every week. */
function joinGroups(plan: SlotPlan, {turn, groups}: Statement): SlotsJoined {
  const {rhythm, rhythmOfEach, anchor, between} = plan.draft
  if (turn && rhythm && rhythmOfEach && rhythm.interval === groups && !anchor) {
    return {plans: [everyTime(plan)], doubts: [sharedDates], questions: []}
  }
  // "In turn with the other meeting": the interval is open anyway.
  if ((!turn && !between) || (rhythm && rhythm.interval > 1 && !anchor)) {
    return {plans: [plan], doubts: [], questions: []}
  }
  const message =
    'The words say that something takes turns, but not what. Write each slot, such as “odd weeks 09:00 Europe/Paris, even weeks 17:00 Europe/Paris”.'
  return {plans: [plan], doubts: [], questions: [{code: 'turn-order', message, choices: []}]}
}

const sharedDates: Doubt = {
  code: 'shared-dates',
  message: 'Several groups share these dates, and the words don’t say who has which one.',
  choices: [],
}

function everyTime(plan: SlotPlan): SlotPlan {
  const {rhythm} = plan.draft
  return rhythm ? {...plan, draft: {...plan.draft, rhythm: {...rhythm, interval: 1}}} : plan
}

function joinBetween(plan: SlotPlan, joined: SlotsJoined) {
  const base = joined.plans.at(-1)
  const {draft} = plan
  if (!base || !draft.between || draft.anchor || base.draft.rhythm?.unit !== 'week') {
    joined.plans.push(plan)
    return
  }
  const interval = base.draft.rhythm.interval
  const isSame = base.time === plan.time && base.day.weekdays.join() === plan.day.weekdays.join()
  if (interval === 2 && isSame && !base.draft.anchor) {
    joined.plans[joined.plans.length - 1] = everyTime(base)
    joined.doubts.push(sharedDates)
    return
  }
  const shifted =
    interval === 2 && base.day.weekdays.join() === plan.day.weekdays.join() && weekLater(base)
  joined.plans.push(shifted ? {...plan, draft: {...draft, anchor: shifted}} : plan)
}

function weekLater({draft}: SlotPlan) {
  const {anchor} = draft
  if (!anchor) return undefined
  const {year, month, days} = anchor.date
  const [day] = days ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = Temporal.PlainDate.from({year, month, day}).add({weeks: 1})
  return {...anchor, date: {year: date.year, month: date.month, days: [date.day]}}
}
