import {CreateError} from './CreateError.ts'
import {type FlagValues, flags as known} from './flags.ts'

/** Answers that every project needs. A project without a calendar and without an import is complete. */
const needed = ['name', 'short-name', 'zone', 'accent', 'languages', 'framework'] as const

/**
 * Refuses to choose answers for a person who cannot be asked, as in a script or behind a pipe. `--yes` allows it.
 *
 * @throws CreateError that lists the flags that are left out
 */
export function requireFlags(flags: FlagValues): void {
  const missing = needed.filter((name) => flags[name] === undefined)
  if (flags.yes || missing.length === 0) return
  throw new CreateError(
    'usage',
    [
      'There is no terminal to ask questions in. Add --yes to use the defaults, or add these flags:',
      ...missing.map((name) => `  --${name} ${known[name].value}`.padEnd(22) + known[name].help),
    ].join('\n'),
  )
}
