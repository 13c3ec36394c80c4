import {spawn} from 'node:child_process'
import {once} from 'node:events'

export interface Program {
  /** The file to run with this Node, and its arguments. */
  args: readonly string[]
  folder: string
  env?: Readonly<Record<string, string>>
}

/** Runs a Node program, shows its output, and returns its exit code. */
export async function runProgram({args, folder, env}: Program): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {...process.env, ...env},
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  return Number(code ?? 1)
}

/** Runs a Node program. @throws Error if it fails */
export async function requireProgram(program: Program): Promise<void> {
  const code = await runProgram(program)
  if (code !== 0) throw new Error(`\`node ${program.args.join(' ')}\` failed with code ${code}.`)
}
