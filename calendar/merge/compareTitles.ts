import {foldTitle, singular} from './titleWords.ts'

/**
 * How two titles relate:
 * - `same`: they name the same thing, in another spelling or with words that don't matter;
 * - `contains`: one adds words to the other, and the words could be a topic;
 * - `generic`: one of them has only words such as "weekly call", so it says nothing;
 * - `different`: something in them distinguishes two meetings.
 */
export type TitleRelation = 'same' | 'contains' | 'generic' | 'different'

/**
 * Compares the titles of two events with the same start.
 *
 * Case, accents, emoji, punctuation, the order of words, plurals and words such as "call" don't matter.
 * Numbers, single letters, "C++" and a word in place of another distinguish meetings. So does a word added
 * to the name of a group: "SIG Network" and "SIG Network Policy API" are two groups.
 *
 * @param context - Words that may be added without a meaning, such as the name of the community.
 * @example
 * compareTitles('OSPO Book WG', 'OSPO Book: working group call') // 'same'
 * compareTitles('Sprint 12 planning', 'Sprint 13 planning') // 'different'
 */
export function compareTitles(
  a: string,
  b: string,
  context: ReadonlySet<string> = noContext,
): TitleRelation {
  const left = meaningfulTokens(a)
  const right = meaningfulTokens(b)
  if (left.size === 0 || right.size === 0) {
    return titleKey(a) !== '' && titleKey(a) === titleKey(b) ? 'same' : 'generic'
  }
  const onlyLeft = [...left].filter((token) => !right.has(token))
  const onlyRight = [...right].filter((token) => !left.has(token))
  if (onlyLeft.length === 0 && onlyRight.length === 0) return 'same'
  if (onlyLeft.length > 0 && onlyRight.length > 0) {
    return areSpellings(onlyLeft, onlyRight) ? 'same' : 'different'
  }
  const added = [...onlyLeft, ...onlyRight].filter((token) => !context.has(token))
  if (added.length === 0) return 'same'
  if (added.some(isDistinguishing)) return 'different'
  const shared = [...left].filter((token) => right.has(token))
  if (shared.some((token) => groupWords.has(token))) return 'different'
  // Three words in common are a title of their own, and the rest is what another calendar adds to it.
  return shared.length >= 3 ? 'same' : 'contains'
}

/** Returns whether two titles of one event contradict each other. A longer title does not. */
export function titlesContradict(a: string, b: string): boolean {
  if (compareTitles(a, b) !== 'different') return false
  const [left, right] = [meaningfulTokens(a), meaningfulTokens(b)]
  return !left.isSubsetOf(right) && !right.isSubsetOf(left)
}

/** Returns a key that is equal for titles that differ only in what does not matter. Empty if no word is left. */
export function titleKey(title: string): string {
  const meaningful = meaningfulTokens(title)
  return [...(meaningful.size > 0 ? meaningful : new Set(tokensOf(title)))].toSorted().join(' ')
}

/** Returns the words of names that may be added to a title. */
export function contextOf(...names: readonly (string | null | undefined)[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [...meaningfulTokens(name ?? '')]))
}

const noContext: ReadonlySet<string> = new Set()

function meaningfulTokens(title: string): Set<string> {
  return new Set(tokensOf(title).filter((token) => !genericWords.has(token)))
}

/** Splits a title into words. `+` and `#` belong to a word ("C++", "F#"). */
function tokensOf(title: string): string[] {
  const plain = foldTitle(title)
    .replace(/\bspecial interest groups?\b/g, 'sig')
    .replace(/\bopen[ -]source\b/g, 'opensource')
  return (plain.match(/[\p{L}\p{N}]+(?:\+\+|#)?/gu) ?? []).map(singular)
}

/** Words that don't distinguish meetings. Singular, because plurals are removed before. */
const genericWords: ReadonlySet<string> = new Set(
  (
    'call meeting session sync standup the an of on in at for with our and or to ' +
    'de la le les el los las der die das und et y e en du des ' +
    'weekly biweekly fortnightly monthly quarterly bimonthly regular recurring ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'online virtual zoom team community'
  )
    .split(' ')
    .map(singular),
)

/** Words in the name of a group. A word added to such a name makes the name of another group. */
const groupWords: ReadonlySet<string> = new Set(
  (
    'wg sig tsc tac toc tag tob gb committee council board subproject project chapter ' +
    'taskforce squad guild steering maintainer'
  )
    .split(' ')
    .map(singular),
)

/** Returns whether a token distinguishes two meetings: a number, a single letter, "C++". */
function isDistinguishing(token: string): boolean {
  return /\p{N}/u.test(token) || /[+#]$/.test(token) || /^.$/u.test(token) || isRoman(token)
}

function isRoman(token: string): boolean {
  return /^(?:ii|iii|iv|vi|vii|viii|ix)$/.test(token)
}

/** Returns whether the words of one side are other spellings of the other side's words. */
function areSpellings(left: readonly string[], right: readonly string[]): boolean {
  if ([...left, ...right].some(isDistinguishing)) return false
  if (left.join('') === right.join('')) return true
  if (left.length !== right.length) return false
  return left.every((word) => right.some((other) => isSpelling(word, other)))
}

/** An abbreviation ("org", "organization"), or one mistake in a long word. */
function isSpelling(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.length >= short.length + 3 && long.startsWith(short)) return true
  return short.length >= 6 && isOneEdit(short, long)
}

/** Returns whether one letter was added, replaced, or swapped with its neighbor. */
function isOneEdit(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  const added = short.slice(start) === long.slice(start + 1)
  if (long.length > short.length) return added
  const replaced = short.slice(start + 1) === long.slice(start + 1)
  const swapped =
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  return replaced || swapped
}
