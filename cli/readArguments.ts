import {parseArgs} from 'node:util'

import {CliError} from './CliError.ts'
import {nowHint, readInstant} from './readInstant.ts'
import {reasonOf} from './reasonOf.ts'

export interface Option {
  type: 'boolean' | 'string'
  short?: string
  multiple?: boolean
  default?: string | boolean
  /** The name of its value in the help, such as `FILE`. */
  value?: string
  help: string
}

export type Options = Record<string, Option>

/** Parsed arguments: option values by name, and positional arguments. */
export type Arguments<Own extends Options> = ReturnType<
  typeof parseArgs<{args: string[]; allowPositionals: true; options: Own}>
>

interface Arity<Own extends Options> {
  name: string
  operands?: {usage: string; min?: number; max?: number}
  options: Own
}

/**
 * Parses a command's arguments. No other code parses a command line.
 *
 * @throws CliError for an unknown option, and for too few or too many operands
 */
export function readArguments<Own extends Options>(
  args: string[],
  {name, operands, options}: Arity<Own>,
): Arguments<Own> | 'help' {
  if (asksForHelp(args)) return 'help'
  const parsed = parse(args, options)
  const {min = 0, max = operands ? Infinity : 0, usage = 'files'} = operands ?? {}
  const count = parsed.positionals.length
  if (count < min) throw new CliError('usage', `touchpoints ${name} requires ${usage}.`)
  if (count <= max) return parsed
  const allowed = max === 0 ? `no ${usage}` : `at most ${max} ${usage}`
  const list = parsed.positionals.join(' ')
  throw new CliError('usage', `touchpoints ${name} accepts ${allowed}, but got: ${list}.`)
}

function parse<Own extends Options>(args: string[], options: Own): Arguments<Own> {
  try {
    return parseArgs({args, allowPositionals: true, options})
  } catch (error) {
    throw new CliError('usage', problemOf(error), {cause: error})
  }
}

/** Returns what is wrong in one sentence. Node adds advice about arguments that begin with "-". */
function problemOf(error: unknown): string {
  const reason = reasonOf(error)
  const option = /^Unknown option '(?<option>-.*?)'/s.exec(reason)?.groups?.['option']
  return option === undefined ? `${reason.split('\n')[0]}` : `Unknown option ${option}.`
}

/** Finds `--help` beside invalid options too, because a user may ask for help after a mistake. */
function asksForHelp(args: string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? undefined : end).some((each) => /^(?:--help|-h)$/.test(each))
}

/**
 * Returns the instant of `--now`. Defaults to the current time.
 *
 * @throws CliError when the value is not an instant
 */
export function readNow(value: string | undefined): Date {
  return value === undefined ? new Date() : readInstant('--now', value, 'usage', nowHint)
}
