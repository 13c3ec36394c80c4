import type {Words} from '@touchpoints/words'
import type {GroupRole} from 'touchpoints'

/** Writes the term of a role: 'since 1 March 2024'. Undefined when it is not known. */
export function termText(
  {from, to}: Pick<GroupRole, 'from' | 'to'>,
  words: Words,
): string | undefined {
  const {dateName} = words.dates
  if (from && to) return words.say('site.termBetween', {from: dateName(from), to: dateName(to)})
  if (from) return words.say('site.termSince', {date: dateName(from)})
  return to ? words.say('site.termUntil', {date: dateName(to)}) : undefined
}
