/** The environment of the command: everything it reads, and every channel it writes to. */
export interface Shell {
  env: Readonly<Record<string, string | undefined>>
  /** The current folder, absolute. Relative paths start here. */
  folder: string
  /** Writes a line to standard output: the result and nothing else. */
  print: (line: string) => void
  /** Writes a line to standard error: progress and problems. */
  printError: (line: string) => void
  /**
   * Returns a signal that aborts when someone stops the command. Its reason is the name of the process signal, such as
   * `SIGTERM`. Call it once.
   */
  stopSignal: () => AbortSignal
  setExitCode: (code: number) => void
}
