import {runCommand} from '../../cli/runCommand.ts'

export interface CommandResult {
  /** The exit code. */
  code: number
  /** Standard output. */
  out: string
  /** Standard error. */
  err: string
}

/**
 * Returns a function that runs commands in a folder without a process. It returns their output and exit
 * code. The commands see only these settings, not the environment of the test run.
 */
export function commandLine(folder: string, settings: Record<string, string> = {}) {
  return async (args: string[], more: Record<string, string> = {}): Promise<CommandResult> => {
    const result: CommandResult = {code: 0, out: '', err: ''}
    await runCommand(args, {
      env: {...settings, ...more},
      folder,
      writeOutput: (text) => void (result.out += text),
      writeError: (text) => void (result.err += text),
      isTerminal: {output: false, error: false},
      stopSignal: () => new AbortController().signal,
      fail: () => void (result.code = 1),
    })
    return result
  }
}
