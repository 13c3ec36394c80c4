import type {DatedResult} from './storedResults.ts'
import type {ReasonedTest} from './suiteResult.ts'

/** Returns the Markdown of the results: the counts, each failure, and what does not apply. */
export function contractTable(results: readonly DatedResult[]): string {
  const failures = results.flatMap(({suite, failures}) =>
    failures.map(({name, reason}) => row(suite, name, reason)),
  )
  const exempt = results.flatMap(({suite, notApplicable}) =>
    [...byReason(notApplicable)].map(([reason, count]) => row(suite, String(count), reason)),
  )
  return [
    row('Suite', 'Version', 'Date', 'Passed'),
    row('---', '---', '---', '---'),
    ...results.map(({suite, version, date, passed, applicable}) =>
      row(suite, version, date, `${passed} of ${applicable}`),
    ),
    '',
    ...section('Each failure:', ['Suite', 'Test', 'Reason'], failures, 'No test failed.'),
    '',
    ...section('These tests do not apply:', ['Suite', 'Tests', 'Reason'], exempt, 'All apply.'),
  ].join('\n')
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly string[],
  empty: string,
): string[] {
  return rows.length === 0
    ? [empty]
    : [title, '', row(...head), row(...head.map(() => '---')), ...rows]
}

function byReason(tests: readonly ReasonedTest[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {reason} of tests) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}

function row(...cells: string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`
}

/** Test names and errors may have characters that end a cell or start an element. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
