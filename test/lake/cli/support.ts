import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'

import {runCommand} from '../../../lake/cli/runCommand.ts'
import type {Shell} from '../../../lake/cli/shell.ts'

/** Creates a folder with files, which is removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lake-command-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export interface Run {
  output: string[]
  errors: string[]
  exitCode: number
}

/** Runs the command in this process. It stops when `until` matches a line of its output. */
export async function run(
  args: readonly string[],
  {folder = tmpdir(), env = {}, until}: {folder?: string; env?: Shell['env']; until?: RegExp} = {},
): Promise<Run> {
  const stop = new AbortController()
  const result: Run = {output: [], errors: [], exitCode: 0}
  await runCommand(args, {
    env,
    folder,
    print: (line) => {
      result.output.push(line)
      if (until?.test(line)) setImmediate(() => stop.abort('SIGTERM'))
    },
    printError: (line) => void result.errors.push(line),
    stopSignal: () => stop.signal,
    setExitCode: (code) => {
      result.exitCode = code
    },
  })
  return result
}
