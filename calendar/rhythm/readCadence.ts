import {isCalendarDate} from '../time/isCalendarDate.ts'
import type {Cadence} from '../time/cadence.ts'
import {checkCadence, type CadenceFault} from '../time/checkCadence.ts'
import type {Recurrence} from '../time/recurrence.ts'
import {readClauses, type Clauses} from './readClauses.ts'
import type {Doubt, Question} from './question.ts'
import {readExceptions, type ExceptionsRead} from './readExceptions.ts'
import {readSlots} from './readSlots.ts'
import {readStatement} from './readStatement.ts'
import {remarksOf} from './remarksOf.ts'
import {contradiction, textReason} from './textReason.ts'
import type {Token} from './token.ts'
import {plainWords, tokenize} from './tokenize.ts'

export interface ReadCadenceOptions {
  /** `YYYY-MM-DD`. A rhythm without a first date starts on the next one from here. */
  today: string
  /** The community's home zone. Only offered as an answer when the words have no zone. */
  timeZone?: string
}

/** What a rhythm in words says. */
export type CadenceReading =
  | {
      /** The next dates are clear. */
      kind: 'cadence'
      cadence: Cadence
      /** Length of the meeting. */
      minutes?: number
      /** What stays open, such as the hour in the other half of the year. */
      doubts: Doubt[]
    }
  | {
      /** The words leave a doubt that changes a start. An editor has to answer. */
      kind: 'questions'
      /** The fields of each slot that are clear. */
      draft: Partial<Recurrence>[]
      questions: Question[]
    }
  | {
      /** No rule gives the dates. Keep the words as text. */
      kind: 'text'
      reason: string
    }

/**
 * Reads a rhythm that a community wrote in English words.
 *
 * The reader guesses nothing: a doubt that changes one of the next six starts is a question, and each
 * choice has the words that answer it. Read those words again. It throws for an invalid `today` only.
 *
 * @example
 * readCadence('Every other Thursday 17:30 London, counted from 26 February 2026', {today: '2026-02-01'})
 * // {kind: 'cadence', cadence: {slots: [{frequency: 'weekly', interval: 2, weekdays: ['TH'], …}], …}, …}
 * @example
 * readCadence('Every other Thursday, 14:00 IST', {today: '2026-02-01'})
 * // {kind: 'questions', questions: [{code: 'which-weeks', …}, {code: 'which-zone', …}], …}
 */
export function readCadence(words: string, {today, timeZone}: ReadCadenceOptions): CadenceReading {
  if (!isCalendarDate(today))
    throw new RangeError(`"${today}" is not a date. Use the format 2026-02-01`)
  const text = plainWords(words)
  const foreign = foreignWords(text)
  if (foreign !== undefined) return {kind: 'questions', draft: [], questions: [askEnglish(foreign)]}
  const tokens = tokenize(text)
  const clauses = readClauses(tokens)
  if (!hasRule(clauses, text)) return {kind: 'text', reason: textReason(text)}
  const statement = readStatement(clauses.rhythm)
  statement.zones = [...statement.zones, ...clauses.zones]
  const slots = readSlots(statement, {
    words: text,
    today,
    ...(timeZone !== undefined && {timeZone}),
  })
  const {exceptions, breaks, questions: open} = changes(clauses, text, today)
  const remarks = remarksOf({
    clauses,
    statement,
    slots: slots.slots,
    exceptions,
    words: text,
    today,
  })
  const questions = withoutFalseChoices(
    [...slots.questions, ...open, ...remarks.questions, ...contradictions(text)],
    statement.notUnderstood.length > 0,
  )
  if (questions.length > 0 || slots.slots.length === 0) {
    return {kind: 'questions', draft: slots.draft, questions}
  }
  const cadence = {slots: slots.slots, exceptions, breaks}
  const faults = checkCadence(cadence).filter(({level}) => level === 'error')
  if (faults.length > 0) {
    return {
      kind: 'questions',
      draft: slots.draft,
      questions: faults.map((fault) => questionOf(fault)),
    }
  }
  const {minutes} = slots
  return {
    kind: 'cadence',
    cadence,
    ...(minutes !== undefined && {minutes}),
    doubts: [...slots.doubts, ...remarks.doubts],
  }
}

/** Words in another script may change dates, and an answer beside them would look as if they were read. */
function foreignWords(text: string): string | undefined {
  return /(?:(?!\p{Script=Latin})\p{L})[\p{L}\p{M} ]*/u.exec(text)?.[0].trim()
}

function askEnglish(foreign: string): Question {
  const message = `“${foreign}” is not understood. Write the rhythm in English, or keep the words as text.`
  return {code: 'not-understood', message, choices: []}
}

/** An answer that takes out an hour would leave the words about it: "during US DST". */
function withoutFalseChoices(questions: readonly Question[], hasUnknown: boolean): Question[] {
  if (!hasUnknown) return [...questions]
  return questions.map((question) =>
    question.code === 'hours-disagree' || question.code === 'all-or-in-turn'
      ? {...question, choices: []}
      : question,
  )
}

function questionOf({message}: CadenceFault): Question {
  return {code: 'not-understood', message: `${message}.`, choices: []}
}

/** A rule needs a day or a time. "Every two weeks" alone is text, and so is "Thursdays, all day". */
function hasRule({rhythm}: Clauses, words: string): boolean {
  const has = (kind: Token['kind']) => rhythm.some((token) => token.kind === kind)
  if (has('time') || has('impossibleTime')) return true
  return (has('weekday') || has('businessDay')) && contradiction(words) === undefined
}

function changes(
  clauses: Clauses,
  words: string,
  today: string,
): Omit<ExceptionsRead, 'understood'> & {questions: Question[]} {
  const parts = clauses.exceptions.map((part) => ({part, ...readExceptions(part, today)}))
  return {
    exceptions: parts.flatMap(({exceptions}) => exceptions),
    breaks: parts.flatMap(({breaks}) => breaks),
    questions: parts
      .filter(({understood}) => !understood)
      .map(({part}) => ({
        code: 'not-understood' as const,
        field: 'exceptions' as const,
        message: `“${textOf(part, words)}” is not clear. Write each date, such as “left out on 25 December 2026”.`,
        choices: [],
      })),
  }
}

function contradictions(words: string): Question[] {
  const phrase = contradiction(words)
  if (phrase === undefined) return []
  const message = `The words have a day and a time, and also say “${phrase}”. Remove one of them.`
  return [{code: 'not-understood', message, choices: []}]
}

function textOf(part: readonly Token[], words: string): string {
  return words.slice(part[0]?.start, part.at(-1)?.end).replace(/[;.,]$/, '')
}
