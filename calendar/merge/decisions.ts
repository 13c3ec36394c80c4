import {keysOfIdentity, keysOfItem} from './identity.ts'
import type {Item} from './items.ts'
import type {CadenceInput, DecisionInput} from './sources.ts'

type Verdict = DecisionInput['verdict']

/** What editors decided. A decision about meetings that no source has says nothing. */
export interface Decisions {
  /** Pairs of identity keys that are one meeting. */
  same: readonly (readonly [string, string])[]
  /** Returns the decision about two items, or undefined. The one about a session wins over its series. */
  verdictOn: (a: Item, b: Item) => Verdict | undefined
}

/**
 * Reads decisions. Their order does not matter: of two that contradict each other, `different` wins, because
 * it hides no event.
 */
export function readDecisions(decisions: readonly DecisionInput[]): Decisions {
  const verdicts = new Map<string, {verdict: Verdict; keys: [string, string]}>()
  for (const {verdict, meetings} of decisions) {
    const [first, second] = meetings
    for (const left of keysOfIdentity(first)) {
      for (const right of keysOfIdentity(second)) {
        const key = pairKey(left, right)
        if (left === right || verdicts.get(key)?.verdict === 'different') continue
        verdicts.set(key, {verdict, keys: [left, right]})
      }
    }
  }
  const decided = new Set([...verdicts.values()].flatMap(({keys}) => keys))
  // Each item is compared with many others, and most are in no decision.
  const keysOf = new WeakMap<Item, DecidedKey[]>()
  const decidedKeys = (item: Item) => {
    const known = keysOf.get(item)
    if (known) return known
    const keys = keysOfItem(item).flatMap((key, level) => (decided.has(key) ? [{key, level}] : []))
    keysOf.set(item, keys)
    return keys
  }
  return {
    same: [...verdicts.values()].flatMap(({verdict, keys}) => (verdict === 'same' ? [keys] : [])),
    verdictOn: (a, b) => {
      if (decided.size === 0) return undefined
      const [left, right] = [decidedKeys(a), decidedKeys(b)]
      const known = left.flatMap((one) =>
        right.flatMap((other) => {
          const verdict = verdicts.get(pairKey(one.key, other.key))?.verdict
          return verdict ? [{verdict, level: one.level + other.level}] : []
        }),
      )
      const most = known.reduce((least, {level}) => Math.min(least, level), Infinity)
      const specific = known.filter(({level}) => level === most).map(({verdict}) => verdict)
      return specific.includes('different') ? 'different' : specific[0]
    },
  }
}

/** A key of an item that a decision names. Level 0 is the most specific. */
interface DecidedKey {
  key: string
  level: number
}

/** Returns a decision for each series that names its event in a calendar. */
export function decisionsOfCadences(cadences: readonly CadenceInput[]): DecisionInput[] {
  return cadences.flatMap(({id, calendarId, eventUid}) => {
    if (!calendarId || !eventUid) return []
    const event = {kind: 'feed-event' as const, calendarId, uid: eventUid}
    return [{verdict: 'same', meetings: [{kind: 'document', id}, event]}]
  })
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}
