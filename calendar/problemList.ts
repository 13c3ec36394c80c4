import type {CalendarProblem} from './problems.ts'

/** The most problems of one code that are told one by one. */
const mostOfOneCode = 100

/**
 * Collects problems. A feed can be wrong in 20,000 places in the same way: the first hundred of a code
 * are kept, the rest are counted, so that the list neither fills the memory nor goes silent.
 */
export class ProblemList {
  readonly #problems: CalendarProblem[] = []
  readonly #counts = new Map<CalendarProblem['code'], number>()
  /** Lines of the first problems that were not kept. */
  readonly #unlisted = new Map<CalendarProblem['code'], number>()

  add(problem: Omit<CalendarProblem, 'kind'>): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1
    this.#counts.set(problem.code, count)
    if (count <= mostOfOneCode) this.#problems.push({kind: 'calendar', ...problem})
    else if (problem.line !== undefined && !this.#unlisted.has(problem.code)) {
      this.#unlisted.set(problem.code, problem.line)
    }
  }

  /** What was collected, with a last word on each code of which there was too much to tell. */
  toArray(): CalendarProblem[] {
    const rest = [...this.#counts].filter(([, count]) => count > mostOfOneCode)
    return [
      ...this.#problems,
      ...rest.map(([code, count]) => ({
        kind: 'calendar' as const,
        code,
        ...this.#firstUnlisted(code),
        message: `${count - mostOfOneCode} more problems of this kind are not listed. Mend the first ${mostOfOneCode} and look again.`,
      })),
    ]
  }

  #firstUnlisted(code: CalendarProblem['code']): Pick<CalendarProblem, 'line'> {
    const line = this.#unlisted.get(code)
    return line === undefined ? {} : {line}
  }
}
