import type {Rhythm, SlotDraft} from './slotDraft.ts'
import type {Token} from './token.ts'

/** Where a rhythm belongs: to all slots so far, to a new one, to the last one, or nowhere. */
export type RhythmPlace = 'all' | 'new' | 'last' | 'repeated' | 'contradiction'

interface RhythmContext {
  drafts: readonly SlotDraft[]
  last: SlotDraft
  /** The next token that is not a small word. */
  next: Token | undefined
  /** "a", "an" or a pronoun that precedes. */
  before: string | undefined
  /** "both" or "each" precedes. */
  isShared: boolean
  afterComma: boolean
}

/** Decides to which slot a rhythm belongs. */
export function rhythmPlace(token: Rhythm, context: RhythmContext): RhythmPlace {
  const {drafts, last, next, before, isShared, afterComma} = context
  if (isShared && drafts.length > 1 && last.times.length > 0) return 'all'
  const precedesDay = next?.kind === 'weekday' || next?.kind === 'ordinals'
  const repeats = last.rhythm?.unit === token.unit && last.rhythm.interval === token.interval
  if (startsSlot(token, last, precedesDay)) {
    // "Weekly" twice changes nothing.
    const isNews = !repeats || precedesDay || last.anchor !== undefined || next?.kind === 'between'
    return isNews ? 'new' : 'repeated'
  }
  // "Tuesday 10:00 and Thursday 15:00, weekly".
  const isFirst = drafts.every(({rhythm}) => rhythm === undefined)
  if (afterComma && drafts.length > 1 && isFirst) return 'all'
  if (!token.explicit && last.rhythm !== undefined) return 'repeated'
  // "…, with a biweekly catch-up": the article names another thing.
  if (!repeats && before !== undefined && last.times.length > 0 && last.plural)
    return 'contradiction'
  if (last.rhythm === undefined) return 'last'
  // "Every Tuesday, every other week": the second rhythm is the interval of the first.
  const refines = last.rhythm.unit === token.unit && last.rhythm.interval === 1
  if (!last.rhythm.explicit || refines) return 'last'
  return repeats ? 'repeated' : 'contradiction'
}

/** A slot with a time is complete: another rhythm, or one before a day, begins the next slot. */
function startsSlot(
  token: Rhythm,
  {times, on, monthDays, rhythm}: SlotDraft,
  precedesDay: boolean,
) {
  if (times.length === 0 || !token.explicit) return false
  const hasDay = on.length + monthDays.length > 0
  const isAdverb = /^(?:monthly|weekly)$/i.test(token.text)
  return rhythm?.explicit === true || (hasDay && precedesDay && !isAdverb)
}
