import {keysOfIdentity, keysOfItem, type MeetingIdentity} from './identity.ts'
import type {Item} from './items.ts'
import type {CadenceInput} from './sources.ts'

/** An editor's decision about two meetings that look alike. */
export interface DecisionInput {
  /** `same`: they are one meeting. `different`: they are two, although they look like one. */
  verdict: 'same' | 'different'
  meetings: readonly [MeetingIdentity, MeetingIdentity]
}

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
  return {
    same: [...verdicts.values()].flatMap(({verdict, keys}) => (verdict === 'same' ? [keys] : [])),
    verdictOn: (a, b) => (verdicts.size === 0 ? undefined : verdictIn(verdicts, a, b)),
  }
}

/** Returns a decision for each series and group that names its event in a calendar. */
export function decisionsOfCadences(cadences: readonly CadenceInput[]): DecisionInput[] {
  return cadences.flatMap(({id, calendarId, eventUid}) => {
    if (!calendarId || !eventUid) return []
    const event = {kind: 'feed-event' as const, calendarId, uid: eventUid}
    return [{verdict: 'same', meetings: [{kind: 'document', id}, event]}]
  })
}

function verdictIn(
  verdicts: ReadonlyMap<string, {verdict: Verdict}>,
  a: Item,
  b: Item,
): Verdict | undefined {
  const [left, right] = [keysOfItem(a), keysOfItem(b)]
  for (let level = 0; level <= left.length + right.length - 2; level++) {
    const found = left.flatMap((key, index) => {
      const other = right[level - index]
      return other === undefined ? [] : (verdicts.get(pairKey(key, other))?.verdict ?? [])
    })
    if (found.length > 0) return found.includes('different') ? 'different' : 'same'
  }
  return undefined
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}
