import type {SearchDocument} from './searchDocument.ts'

/** A document that a query found. */
export interface Match {
  document: SearchDocument
  /** How well it matches, 0 to 4: see `rankOf`. */
  rank: number
  /** Relevance within its rank. */
  score: number
  /** The terms of the document that match. */
  terms: ReadonlySet<string>
}

/**
 * Returns how well a document matches:
 *
 * 0. its title is the query
 * 1. its title begins with the query
 * 2. its title has all words of the query, or longer words that begin with them
 * 3. so have its other fields
 * 4. some words only resemble those of the query
 *
 * @param match - the fields that each matching term is in
 * @param terms - of the query
 * @param title - terms of the title, joined by spaces
 */
export function rankOf(
  match: Readonly<Record<string, readonly string[]>>,
  terms: readonly string[],
  title: string,
): number {
  const query = terms.join(' ')
  if (title === query) return 0
  if (title.startsWith(query)) return 1
  const entries = Object.entries(match)
  const isIn = (field: string | undefined) =>
    terms.every((term) =>
      entries.some(
        ([each, fields]) =>
          each.startsWith(term) && (field === undefined || fields.includes(field)),
      ),
    )
  if (isIn('title')) return 2
  return isIn(undefined) ? 3 : 4
}

/**
 * Returns the order of matches: by rank, then by score, then what has no date, then upcoming dates, soonest
 * first, then past ones, latest first.
 *
 * Scores within a factor of about two count as equal. Otherwise the length of a summary would decide what
 * comes first, and not the date.
 */
export function compareMatches(now: string): (a: Match, b: Match) => number {
  const at = Date.parse(now)
  return (a, b) =>
    a.rank - b.rank ||
    stepOf(b.score) - stepOf(a.score) ||
    compareDates(timeOf(a), timeOf(b), at) ||
    b.score - a.score ||
    (a.document.slug < b.document.slug ? -1 : 1)
}

function stepOf(score: number): number {
  return Math.round(Math.log2(Math.max(score, Number.MIN_VALUE)))
}

function timeOf({document: {schedule, date}}: Match): number | undefined {
  const at = schedule?.start ?? date
  return at === undefined ? undefined : Date.parse(at)
}

function compareDates(a: number | undefined, b: number | undefined, now: number): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined)
  const [isNext, isNextToo] = [a >= now, b >= now]
  if (isNext !== isNextToo) return isNext ? -1 : 1
  return isNext ? a - b : b - a
}
