import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'

/** What the system knows about a process. */
export interface ProcessEntry {
  parent: number
  /** The session of terminals that it belongs to. Its leader has the same number. Undefined where it is not known. */
  session: number | undefined
  /** The command line. Programs can change theirs: npm's is `npm start`. */
  command: string
  /** The variables it was started with. Undefined where this process may not read them. */
  variables: string | undefined
}

/** Looks up a running process. */
export type ProcessTable = (pid: number) => ProcessEntry | undefined

/** The processes of this machine: from `/proc`, because small container images have no `ps`, otherwise from `ps`. */
export const processTable: ProcessTable = (pid) => fromFiles(pid) ?? fromPs(pid)

function fromFiles(pid: number): ProcessEntry | undefined {
  // The name in parentheses may itself have some.
  const [, parent, session] = /\) \S (\d+) \d+ (\d+)/.exec(read(`/proc/${pid}/stat`) ?? '') ?? []
  if (parent === undefined) return undefined
  return {
    parent: Number(parent),
    session: Number(session),
    command: (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' '),
    variables: read(`/proc/${pid}/environ`),
  }
}

function fromPs(pid: number): ProcessEntry | undefined {
  if (process.platform === 'linux' || process.platform === 'win32') return undefined
  try {
    const args = ['-o', 'ppid=,command=', '-p', String(pid)]
    const text = execFileSync('ps', args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
    const [, parent, command = ''] = /^\s*(\d+)\s+(.*)/.exec(text) ?? []
    if (parent === undefined) return undefined
    return {parent: Number(parent), session: undefined, command, variables: undefined}
  } catch {
    return undefined
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
