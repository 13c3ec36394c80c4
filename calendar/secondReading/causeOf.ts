import {ianaZone} from '../zones/ianaZone.ts'
import type {EventFacts} from './eventFacts.ts'
import {instantOf} from './readWithNodeIcal.ts'
import type {ReadingCause, ReadingPair} from './readingDifference.ts'

const hour = 3_600_000
const day = 24 * hour

/** The facts about a UID, and whether node-ical throws an error for its event. */
export type KnownFacts = EventFacts & {isRefused: boolean}

/** Returns why node-ical reads an event differently, if that is known. */
export function causeOf(
  pair: ReadingPair,
  facts: KnownFacts | undefined,
): ReadingCause | undefined {
  switch (pair.kind) {
    case 'status':
      return pair.ours.status === 'cancelled' ? 'cancellation' : undefined
    case 'time':
    case 'end':
      return zoneCause(pair, facts) ?? clockCause(pair) ?? changeCause(pair, facts)
    case 'missing':
      return missingCause(pair, facts)
    case 'extra':
      if (pair.theirs.unknownZone !== undefined) return 'unknown-zone'
      if (facts?.events === 0) return 'change-alone'
      if (facts?.changesFollowing) return 'following-dates'
      return facts?.hasExcludedDates ? 'excluded-date' : undefined
  }
}

type Both = Extract<ReadingPair, {kind: 'time' | 'end' | 'status'}>

function zoneCause({ours, theirs}: Both, facts: KnownFacts | undefined): ReadingCause | undefined {
  if (theirs.unknownZone !== undefined && !ours.floating) return 'unknown-zone'
  if (ours.allDay || theirs.allDay || ours.start === theirs.start) return undefined
  if (facts?.startsLocally) return theirs.floating ? 'zone-of-calendar' : 'zone-of-file'
  return undefined
}

/** A time that clocks skip or repeat has two readings. */
function clockCause({ours, theirs}: Both): ReadingCause | undefined {
  const distance = Math.abs(instantOf(ours.start) - instantOf(theirs.start))
  return distance <= 2 * hour && clocksChange(ours) ? 'clock-change' : undefined
}

function clocksChange({start, timeZone}: Both['ours']): boolean {
  const zone = timeZone === undefined ? undefined : ianaZone(timeZone)
  const at = instantOf(start)
  const offset = (instant: number) => (zone?.toWall(instant) ?? instant) - instant
  return offset(at - day) !== offset(at + day)
}

function changeCause({ours}: Both, facts: KnownFacts | undefined): ReadingCause | undefined {
  if (facts?.changesFollowing) return 'following-dates'
  return ours.recurrenceId !== undefined && ours.recurrenceId !== ours.start
    ? 'changed-date'
    : undefined
}

function missingCause(
  {ours}: Extract<ReadingPair, {kind: 'missing'}>,
  facts: KnownFacts | undefined,
): ReadingCause | undefined {
  if (!facts) return undefined
  if (facts.isLowerCase) return 'lower-case'
  if (facts.isRefused) return 'refused-event'
  if (facts.isFollowed) return 'several-calendars'
  if (facts.events !== 1) return 'same-uid'
  if (facts.changesFollowing) return 'following-dates'
  if (facts.hasAddedDates) return 'added-dates'
  if (facts.rules > 1) return 'several-rules'
  if (ours.recurrenceId !== undefined && ours.recurrenceId !== ours.start) return 'changed-date'
  if (clocksChange(ours)) return 'clock-change'
  return facts.hasExcludedDates ? 'excluded-date' : undefined
}
