/**
 * The environment of a command: everything it reads, and every channel it writes to. The process is one
 * (`processShell`). A test passes its own, because starting a process takes a second of CPU time.
 */
export interface Shell {
  env: Readonly<Record<string, string | undefined>>
  /** The current folder, absolute. Relative paths start here. */
  folder: string
  /** Writes to standard output, unchanged: the result and nothing else. */
  writeOutput: (text: string) => void
  /** Writes to standard error, unchanged: progress and problems. */
  writeError: (text: string) => void
  /** Whether each of the two is a terminal. Files and pipes get no colors and no progress. */
  isTerminal: {output: boolean; error: boolean}
  /** Asks a yes-or-no question. Absent where nobody can answer: without a terminal, and in CI. */
  confirm?: (question: string) => Promise<boolean>
  /**
   * Returns a signal that aborts when the user stops the command. A command that cleans up calls it once.
   * Without a call the command ends immediately, as any process does.
   */
  stopSignal: () => AbortSignal
  /** Sets the exit code to 1. Nothing resets it. */
  fail: () => void
}

/** Writes a line to standard output. */
export function print(shell: Pick<Shell, 'writeOutput'>, line: string): void {
  shell.writeOutput(`${line}\n`)
}

/** Writes a line to standard error. */
export function printError(shell: Pick<Shell, 'writeError'>, line: string): void {
  shell.writeError(`${line}\n`)
}

/** Returns whether output may be colored: on a terminal, and without NO_COLOR (https://no-color.org). */
export function hasColors({env, isTerminal}: Pick<Shell, 'env' | 'isTerminal'>): boolean {
  return isTerminal.output && !env['NO_COLOR']
}
