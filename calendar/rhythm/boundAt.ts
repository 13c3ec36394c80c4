import type {Weekday} from '../time/recurrence.ts'
import type {DateDraft} from './slotDraft.ts'
import type {Token} from './token.ts'

/**
 * Returns the date behind "from" or "until", and where it ends.
 *
 * @param index - of the token "from" or "until"
 */
export function boundAt(
  tokens: readonly Token[],
  index: number,
): {bound: DateDraft; at: number} | undefined {
  let at = index + 1
  let weekday: Weekday | undefined
  let next = tokens[at]
  while (next && (next.kind === 'weekday' || next.kind === 'filler' || next.text === ',')) {
    if (next.kind === 'weekday' && !next.plural) weekday = next.weekdays[0]
    at += 1
    next = tokens[at]
  }
  if (next?.kind !== 'date') return undefined
  const start = tokens[index]?.start ?? next.start
  return {bound: {date: next.date, ...(weekday && {weekday}), start, end: next.end}, at}
}

const startsSlot: ReadonlySet<Token['kind']> = new Set([
  'weekday',
  'ordinals',
  'rhythm',
  'everyNth',
  'parity',
  'time',
] as const)

/** Whether words about a slot come directly behind a date: "from 1 September 2026 Tuesdays". */
export function slotFollows(tokens: readonly Token[], at: number): boolean {
  const after = tokens.slice(at + 1).find(({kind, text}) => kind !== 'filler' || text === 'and')
  return after !== undefined && startsSlot.has(after.kind)
}

/** Adds the year of the end to a start without one. */
export function withYear(bound: DateDraft, year: number): DateDraft {
  return {...bound, date: {year, ...bound.date}}
}
