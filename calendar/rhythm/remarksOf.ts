import type {CadenceException} from '../time/cadence.ts'
import {instantFromWallClock} from '../time/instantFromWallClock.ts'
import type {Recurrence} from '../time/recurrence.ts'
import {meetsOn} from '../time/slotDays.ts'
import {wallClock} from '../time/wallClock.ts'
import type {Doubt, Question} from './question.ts'
import type {Clauses} from './readClauses.ts'
import type {Statement} from './slotDraft.ts'
import type {Token} from './token.ts'
import {upcomingDates} from './upcomingDates.ts'
import {readableDate} from './writtenDate.ts'

interface RemarksRequest {
  clauses: Clauses
  statement: Statement
  slots: readonly Recurrence[]
  exceptions: readonly CadenceException[]
  words: string
  today: string
}

/** Reads the parts around the rhythm: what is not understood, and what stays open. */
export function remarksOf(request: RemarksRequest): {questions: Question[]; doubts: Doubt[]} {
  const {clauses, statement, words} = request
  const questions: Question[] = [
    ...statement.impossibleTimes.map((text) => ({
      code: 'impossible-time' as const,
      field: 'time' as const,
      message: `No clock shows “${text}”. Write the time as 17:30 or 5:30 pm.`,
      choices: [],
    })),
    ...notUnderstood(statement, clauses, words),
    ...clauses.unclear.map((part) =>
      unclear(`“${textOf(part, words)}” may change dates. Write the dates, or remove it.`),
    ),
    ...shownTimes(request),
    ...missedExceptions(request),
  ]
  return {questions, doubts: doubtsOf(clauses, words)}
}

function unclear(message: string): Question {
  return {code: 'not-understood', message, choices: []}
}

/** One question for each group of neighboring words. */
function notUnderstood(
  {notUnderstood: parts}: Statement,
  {rhythm}: Clauses,
  words: string,
): Question[] {
  const groups: {start: number; end: number}[] = []
  for (const {start, end} of parts) {
    const before = rhythm.filter((token) => token.end <= start && token.kind !== 'mark').at(-1)
    const after = rhythm.find((token) => token.start >= end && token.kind !== 'mark')
    const last = groups.at(-1)
    const from = before?.start ?? start
    if (last && from <= last.end) last.end = Math.max(last.end, after?.end ?? end)
    else groups.push({start: from, end: after?.end ?? end})
  }
  return groups.map((group) =>
    unclear(
      `“${words.slice(group.start, group.end)}” is not understood. Write it in another way, or remove it if it changes no date.`,
    ),
  )
}

/** An hour that a page shows: it has to be that of a slot on one date at least. */
function shownTimes({clauses, slots, words, today}: RemarksRequest): Question[] {
  return clauses.shownTimes.flatMap(({time, zone, part}) => {
    const shown = slots.some((slot) => {
      const ids =
        zone === undefined
          ? [slot.timeZone]
          : zone.zone.kind === 'ambiguous'
            ? zone.zone.candidates
            : [zone.zone.timeZone]
      return upcomingDates(slot, today, 53).some((date) => {
        const start = instantFromWallClock(date, slot.time, slot.timeZone)
        return (
          start.kind === 'instant' && ids.some((id) => wallClock(start.instant, id).time === time)
        )
      })
    })
    if (shown || slots.length === 0) return []
    const message = `“${textOf(part, words)}” shows another hour than the rhythm. Correct one of them.`
    return [{code: 'hours-disagree' as const, field: 'time' as const, message, choices: []}]
  })
}

/** An exception has to be a date of the rhythm. */
function missedExceptions({slots, exceptions}: RemarksRequest): Question[] {
  if (slots.length === 0) return []
  return exceptions
    .filter(({date}) => !slots.some((slot) => meetsOn(slot, date)))
    .map(({date}) => ({
      code: 'date-differs' as const,
      field: 'exceptions' as const,
      message: `The rhythm has no date on ${readableDate(date)}. Correct the date, or remove it.`,
      choices: [],
    }))
}

function doubtsOf(clauses: Clauses, words: string): Doubt[] {
  return [
    ...clauses.otherMeetings.map((part) => ({
      code: 'another-meeting' as const,
      message: `“${textOf(part, words)}” is about another meeting. Create a series for it.`,
      choices: [],
    })),
    ...clauses.someDates.map((part) => ({
      code: 'shared-dates' as const,
      message: `“${textOf(part, words)}” is about some of the dates. Write it into the description.`,
      choices: [],
    })),
    ...(clauses.holidays.length > 0
      ? [
          {
            code: 'may-change' as const,
            field: 'exceptions' as const,
            message: 'Dates may change for holidays. Add the dates that are off.',
            choices: [],
          },
        ]
      : []),
  ]
}

function textOf(part: readonly Token[], words: string): string {
  return words.slice(part[0]?.start, part.at(-1)?.end).replace(/[;.,]$/, '')
}
