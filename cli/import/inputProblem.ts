import {InputError} from '@touchpoints/lake/cli'

import {CliError} from '../CliError.ts'

/** Returns the command's error for a file that is damaged, refused or too large, and any other error as it is. */
export function inputProblem(name: string, error: unknown): unknown {
  if (!(error instanceof InputError)) return error
  const {line, problem} = error
  const place = line === undefined ? name : `${name}:${line}`
  return new CliError('bad-input', `${place} ${problem}.`, {cause: error})
}
