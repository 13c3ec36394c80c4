import type {TimeDraft} from './slotDraft.ts'
import type {Token} from './token.ts'

/** Longer ones are two meetings. */
const longest = 12 * 60

/** Returns the length when a time ends the one before: "10:00 UTC - 11:00 UTC". */
export function rangeMinutes(
  tokens: readonly Token[],
  index: number,
  start: TimeDraft,
): number | undefined {
  const end = tokens[index]
  const [zone, dash] = tokens.slice(Math.max(0, index - 2), index)
  const isRange = zone?.kind === 'zone' && /^(?:-|–|—|to|until)$/.test(dash?.text ?? '')
  if (!isRange || end?.kind !== 'time' || start.minutes !== undefined || end.minutes !== undefined)
    return undefined
  const minutes = minutesBetween(start.time, end.time)
  return minutes > 0 && minutes <= longest ? minutes : undefined
}

/** Returns the minutes from one `HH:MM` to the next other one. */
export function minutesBetween(start: string, end: string): number {
  return (minuteOf(end) - minuteOf(start) + 1440) % 1440
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
