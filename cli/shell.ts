/**
 * Where a command runs: everything it reads of its surroundings and every way it has to say something.
 * The process is one (`processShell`); a test hands in its own and needs no process, whose start alone
 * takes a second of computing.
 */
export interface Shell {
  env: Readonly<Record<string, string | undefined>>
  /** Absolute. Paths that are not are from here. */
  folder: string
  /** To standard output, as it is: what is asked for, and nothing else. */
  write: (text: string) => void
  /** To standard error, as it is: how it goes, and what is wrong. */
  tell: (text: string) => void
  /** Whether a person looks on at each of the two: no colors and no progress go into a file. */
  isTerminal: {output: boolean; error: boolean}
  /**
   * Aborted when someone asks the command to end. A command that cleans up calls it once; without a call
   * the command ends at once, as any process does.
   */
  stopSignal: () => AbortSignal
  /** The exit code will be 1, whatever else the command does. */
  fail: () => void
}

/** A line to standard output. */
export function print(shell: Pick<Shell, 'write'>, line: string): void {
  shell.write(`${line}\n`)
}

/** A line to standard error. */
export function note(shell: Pick<Shell, 'tell'>, line: string): void {
  shell.tell(`${line}\n`)
}

/** https://no-color.org */
export function hasColors({env, isTerminal}: Pick<Shell, 'env' | 'isTerminal'>): boolean {
  return isTerminal.output && !env['NO_COLOR']
}
