import type {ReasonedTest, SuiteResult} from './suiteResult.ts'
import type {TestOutcome} from './testOutcome.ts'

/** What we know about a suite. A name is the start of the full names of the tests that it is about. */
export interface SuiteKnowledge {
  /** Tests that need what no lake on one machine has, and what that is. */
  notApplicable: readonly ReasonedTest[]
  /** Tests that fail, and why. Without an entry, the table shows the test's own error. */
  knownFailures: readonly ReasonedTest[]
}

/**
 * Counts the outcomes of a suite.
 *
 * @throws Error for a report without tests, and for knowledge that is no longer true: an entry that matches no
 * test, or a known failure that passes
 */
export function judgeSuite(
  suite: string,
  version: string,
  outcomes: readonly TestOutcome[],
  {notApplicable, knownFailures}: SuiteKnowledge,
): SuiteResult {
  if (outcomes.length === 0) {
    throw new Error(`The report of "${suite}" has no tests. Check how its runner was started.`)
  }
  const exempt = outcomes.flatMap(({name}) => {
    const entry = entryOf(name, notApplicable)
    return entry ? [{name, reason: entry.reason}] : []
  })
  const exemptNames = new Set(exempt.map(({name}) => name))
  const counted = outcomes.filter(({name}) => !exemptNames.has(name))
  const skipped = counted.filter(({status}) => status === 'skipped')
  const failures = counted.flatMap((outcome) =>
    outcome.status === 'failed'
      ? [
          {
            name: outcome.name,
            reason: entryOf(outcome.name, knownFailures)?.reason ?? outcome.reason,
          },
        ]
      : [],
  )
  requireMatches(suite, 'not applicable', notApplicable, outcomes)
  requireMatches(suite, 'a known failure', knownFailures, failures)
  return {
    suite,
    version,
    applicable: counted.length - skipped.length,
    passed: counted.filter(({status}) => status === 'passed').length,
    failures,
    notApplicable: [
      ...exempt,
      ...skipped.map(({name}) => ({name, reason: 'The suite itself skips it.'})),
    ],
  }
}

function entryOf(name: string, entries: readonly ReasonedTest[]): ReasonedTest | undefined {
  return entries.find((entry) => name.startsWith(entry.name))
}

function requireMatches(
  suite: string,
  list: string,
  entries: readonly ReasonedTest[],
  tests: readonly {name: string}[],
): void {
  const unused = entries.filter((entry) => !tests.some(({name}) => name.startsWith(entry.name)))
  if (unused.length === 0) return
  throw new Error(
    `Listed as ${list} in "${suite}", but no such test: ${unused.map(({name}) => `"${name}"`).join(', ')}. ` +
      'Correct or remove these entries in scripts/contract/knowledge.ts.',
  )
}
