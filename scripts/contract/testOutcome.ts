/** What a runner's report says about one test. */
export type TestOutcome =
  | {name: string; status: 'passed'}
  | {name: string; status: 'failed'; reason: string}
  /** The suite's own source skips the test, for everyone. */
  | {name: string; status: 'skipped'}

/** Returns the first line of an error message, without colors, as it fits in a table. */
export function firstLine(message: string): string {
  // oxlint-disable-next-line no-control-regex -- Runners color their messages.
  const lines = message.replaceAll(/\u001B\[[0-9;]*m/g, '').split('\n')
  return (lines.find((line) => line.trim() !== '') ?? 'no message').trim().slice(0, 200)
}
