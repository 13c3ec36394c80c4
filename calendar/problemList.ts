import type {CalendarProblem} from './problems.ts'
import {plainText} from './text/plainText.ts'

/** How many problems of one code are listed individually. */
const mostOfOneCode = 100

/**
 * Collects problems, with a limit for each code.
 *
 * A feed can have the same mistake in 20,000 places. The first hundred problems of a code are kept and
 * the rest are counted, so the list stays small and still reports everything.
 */
export class ProblemList {
  readonly #problems: CalendarProblem[] = []
  readonly #counts = new Map<CalendarProblem['code'], number>()
  /** For each code, the line of the first problem that was not kept. */
  readonly #unlisted = new Map<CalendarProblem['code'], number>()

  add(problem: Omit<CalendarProblem, 'kind'>): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1
    this.#counts.set(problem.code, count)
    if (count <= mostOfOneCode) {
      // Messages quote the text of a feed. A terminal would run its control sequences.
      this.#problems.push({kind: 'calendar', ...problem, message: plainText(problem.message)})
    } else if (problem.line !== undefined && !this.#unlisted.has(problem.code)) {
      this.#unlisted.set(problem.code, problem.line)
    }
  }

  /** Returns the collected problems, followed by one summary for each code that exceeded the limit. */
  toArray(): CalendarProblem[] {
    const rest = [...this.#counts].filter(([, count]) => count > mostOfOneCode)
    return [
      ...this.#problems,
      ...rest.map(([code, count]) => ({
        kind: 'calendar' as const,
        code,
        ...this.#firstUnlisted(code),
        message: `${count - mostOfOneCode} more problems of this kind are not listed. Fix the first ${mostOfOneCode} and run it again.`,
      })),
    ]
  }

  #firstUnlisted(code: CalendarProblem['code']): Pick<CalendarProblem, 'line'> {
    const line = this.#unlisted.get(code)
    return line === undefined ? {} : {line}
  }
}
