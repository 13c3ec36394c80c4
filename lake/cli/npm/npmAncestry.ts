import type {ProcessTable} from './processTable.ts'

/**
 * How a process relates to the npm, pnpm, Yarn or Bun that started it.
 *
 * - `none`: no package manager started it, or it is not known.
 * - `below`: the process ids from it up to the package manager.
 * - `orphaned`: the package manager has ended, and another process has adopted it or its shell.
 */
export type Ancestry =
  | {kind: 'none'}
  | {kind: 'below'; chain: readonly number[]}
  | {kind: 'orphaned'}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Finds the package manager above a process.
 *
 * What adopts an orphan is the first process of the machine or container, which can be any program, or any process that
 * has declared itself a "subreaper": its name says nothing. What does is that a package manager sets variables which
 * everything below it inherits. So each process between the two has them, and an adopter has not.
 *
 * @param pid - of this process
 * @param parent - as it was when this process started
 */
export function findNpm(
  {pid, parent}: {pid: number; parent: number},
  env: Environment,
  table: ProcessTable,
): Ancestry {
  const isNpm = packageManagerIn(env)
  if (!isNpm) return {kind: 'none'}
  const chain = [pid]
  const onlyParent: Ancestry = {kind: 'below', chain: [pid, parent]}
  let leads = table(pid)?.session === pid
  let next = parent
  for (let below = pid; ;) {
    const entry = table(next)
    if (!entry) {
      const adopter = below === pid ? undefined : table(below)?.parent
      // Ended between two looks, or hidden.
      if (adopter === undefined || adopter === next) return onlyParent
      next = adopter
      continue
    }
    chain.push(next)
    if (isNpm(entry.command)) return {kind: 'below', chain}
    const inherits = inheritsFrom(entry.variables)
    // A terminal or a daemon that was once started from a script, and leads a session of its own, outlives it.
    if (inherits === 'no') return leads ? {kind: 'none'} : {kind: 'orphaned'}
    if (next <= 1) return isScript(table(below)?.command, chain) ? {kind: 'orphaned'} : onlyParent
    leads = entry.session === next
    below = next
    next = entry.parent
  }
}

/** Returns whether every process of a chain still has its parent. */
export function isIntact(chain: readonly number[], parent: number, table: ProcessTable): boolean {
  const [, first, ...above] = chain
  if (first !== parent) return false
  let below = first
  for (const next of above) {
    if (table(below)?.parent !== next) return false
    below = next
  }
  return true
}

/** Returns what recognizes the command line of the package manager that has set these variables. */
function packageManagerIn(env: Environment): ((command: string) => boolean) | undefined {
  const {npm_lifecycle_event: event, npm_command: command, npm_execpath: path} = env
  if (!event && !command && !path) return undefined
  const [agent = ''] = (env['npm_config_user_agent'] ?? '').split('/')
  const names = [agent, /([\w-]+)[^/\\]*$/.exec(path ?? '')?.[1] ?? ''].filter(Boolean)
  const known = names.length > 0 ? names : ['npm', 'npx', 'pnpm', 'yarn', 'bun']
  return (line) => known.some((name) => new RegExp(`(?:^|[\\s/\\\\])${name}\\b`).test(line))
}

function inheritsFrom(variables: string | undefined): 'yes' | 'no' | 'unknown' {
  if (variables === undefined) return 'unknown'
  return /(?:^|\0)npm_(?:command|lifecycle_event|execpath)=/.test(variables) ? 'yes' : 'no'
}

/**
 * Where nobody may read the variables of the first process, its child is an orphan if it is this process, or the shell
 * of a script.
 */
function isScript(command: string | undefined, chain: readonly number[]): boolean {
  return chain.length === 2 || (chain.length === 3 && / -c /.test(command ?? ''))
}
