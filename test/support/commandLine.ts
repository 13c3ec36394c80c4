import {runCommand} from '../../cli/runCommand.ts'

export interface Said {
  /** The exit code. */
  code: number
  out: string
  err: string
}

/**
 * A shell in a folder, without a process: what a command prints and its exit code. The settings are
 * all that it has; those of whoever runs the tests do not reach it.
 */
export function commandLine(folder: string, settings: Record<string, string> = {}) {
  return async (args: string[], more: Record<string, string> = {}): Promise<Said> => {
    const said: Said = {code: 0, out: '', err: ''}
    await runCommand(args, {
      env: {...settings, ...more},
      folder,
      write: (text) => void (said.out += text),
      tell: (text) => void (said.err += text),
      isTerminal: {output: false, error: false},
      stopSignal: () => new AbortController().signal,
      fail: () => void (said.code = 1),
    })
    return said
  }
}
