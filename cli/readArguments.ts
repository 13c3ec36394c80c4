import {parseArgs} from 'node:util'

import {CliError} from './CliError.ts'
import {readInstant} from './readInstant.ts'
import {reasonOf} from './reasonOf.ts'

export interface Option {
  type: 'boolean' | 'string'
  short?: string
  multiple?: boolean
  default?: string | boolean
  /** What the help writes for its value, such as `FILE`. */
  value?: string
  help: string
}

export type Options = Record<string, Option>

/** What was typed after the command's name, by the names of its options. */
export type Arguments<Own extends Options> = ReturnType<
  typeof parseArgs<{args: string[]; allowPositionals: true; options: Own}>
>

interface Readable<Own extends Options> {
  name: string
  operands?: {usage: string; min?: number; max?: number}
  options: Own
}

/**
 * The only reader of a command line.
 *
 * @throws CliError for an option that does not exist, and for too few or too many operands
 */
export function readArguments<Own extends Options>(
  args: string[],
  {name, operands, options}: Readable<Own>,
): Arguments<Own> | 'help' {
  if (wantsHelp(args)) return 'help'
  const given = parsed(args, options)
  const {min = 0, max = operands ? Infinity : 0, usage = 'files'} = operands ?? {}
  const count = given.positionals.length
  if (count < min) throw new CliError('usage', `touchpoints ${name} needs ${usage}.`)
  if (count <= max) return given
  const takes = max === 0 ? `no ${usage}` : `${max} ${usage}`
  const list = given.positionals.join(' ')
  throw new CliError('usage', `touchpoints ${name} takes ${takes}, and was given ${list}.`)
}

function parsed<Own extends Options>(args: string[], options: Own): Arguments<Own> {
  try {
    return parseArgs({args, allowPositionals: true, options})
  } catch (error) {
    const reason = reasonOf(error)
    throw new CliError('usage', reason, {cause: error})
  }
}

/** Beside a mistake, too: who asks for help may have made one. */
function wantsHelp(args: string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? undefined : end).some((each) => /^(?:--help|-h)$/.test(each))
}

/** The instant of `--now`, or the present. @throws CliError when it is none */
export function readNow(value: string | undefined): Date {
  return value === undefined ? new Date() : readInstant('--now', value, 'usage')
}
