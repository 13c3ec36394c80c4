/** In the `delta` mode, a query can use the document before and after a change. */
export type GroqMode = 'normal' | 'delta'

/** GROQ as groq-js can parse it. */
export interface GroqText {
  text: string
  /** Returns the position in the original query for a position in the text. */
  position: (position: number) => number
}

/** The first argument of calls that stand for `geo()`. */
export const geoMarker = 'geo()'
/** The first argument of calls that stand for `sanity::partOfVariant()`. */
export const variantMarker = 'sanity::partOfVariant()'

interface Replacement {
  start: number
  original: string
  inserted: string
}

/** White space and comments, which can be between any two tokens of GROQ. */
const space = String.raw`(?:\s|//[^\n]*\n)*`
/** A name in a namespace is another function. After a single colon, as in `{"a":geo(b)}`, it is not. */
const start = String.raw`(?<![\w$])(?<!::${space})`
const deltaCall = String.raw`(delta${space}::${space})(changedAny|changedOnly)${space}\(`
/** Strings and comments come first, so that calls in them stay. */
const tokens = new RegExp(
  String.raw`"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|//[^\n]*|(?=delta|geo|sanity)${start}(?:${deltaCall}|(?:geo|sanity${space}::${space}partOfVariant)${space}\()`,
  'g',
)

/**
 * Replaces what groq-js cannot parse by equivalent calls, which `rewriteCalls` then handles:
 *
 * - `geo(…)` and `sanity::partOfVariant(…)` are not in its list of functions.
 * - In the delta mode, it parses the argument of `delta::changedAny()` as an expression, so selectors such
 *   as `a.(b, c)` are errors. It parses the third argument of `diff::changedAny()` as a selector.
 * - It rejects a comment in the last line.
 */
export function groqText(query: string, mode: GroqMode): GroqText {
  const replacements: Replacement[] = []
  const replaced = query.replace(
    tokens,
    (original: string, delta: unknown, name: unknown, start: number) => {
      const inserted = insertedFor(original, delta, name, mode)
      if (inserted === undefined) return original
      replacements.push({start, original, inserted})
      return inserted
    },
  )
  return {
    text: query.includes('//') ? `${replaced}\n` : replaced,
    position: (position) => originalPosition(position, replacements),
  }
}

function insertedFor(
  original: string,
  delta: unknown,
  name: unknown,
  mode: GroqMode,
): string | undefined {
  if (typeof delta === 'string' && mode === 'delta')
    return `diff::${String(name)}(before(),after(),`
  if (original.startsWith('sanity')) return `geo::latLng("${variantMarker}",`
  return original.startsWith('geo') ? `geo::latLng("${geoMarker}",` : undefined
}

function originalPosition(position: number, replacements: readonly Replacement[]): number {
  let shift = 0
  for (const {start, original, inserted} of replacements) {
    if (position < start + shift) break
    const end = start + shift + inserted.length
    if (position < end) return start
    shift += inserted.length - original.length
  }
  return position - shift
}
