import {parseArgs} from 'node:util'
import {reasonOf} from '../reasonOf.ts'
import {CommandError} from './CommandError.ts'
import {options} from './options.ts'

/** The values of the options. */
export type Values = ReturnType<typeof parse>['values']

export type CommandLine =
  | {command: 'help'}
  | {command: 'version'}
  | {command: 'start'; values: Values}
  | {command: 'exec'; values: Values; program: readonly [string, ...string[]]}

/**
 * Parses the arguments of the command.
 *
 * @example readArguments(['exec', '--memory', '--', 'npx', 'sanity', 'dataset', 'list'])
 *
 * @throws CommandError `usage`
 */
export function readArguments(args: readonly string[]): CommandLine {
  const end = args.indexOf('--')
  const own = args.slice(0, end === -1 ? undefined : end)
  // Also beside invalid options, because a person may want help after a mistake.
  if (own.some((each) => each === '--help' || each === '-h')) return {command: 'help'}
  if (own.some((each) => each === '--version' || each === '-v')) return {command: 'version'}
  const {values, positionals} = parse(own)
  const [command = 'start', ...rest] = positionals
  if (command === 'help') return {command: 'help'}
  if (command === 'exec') return readExec(values, [...rest, ...args.slice(own.length + 1)])
  if (command !== 'start') {
    throw new CommandError('usage', `Unknown command "${command}". Use \`start\` or \`exec\`.`)
  }
  if (rest.length === 0 && end === -1) return {command, values}
  const extra = [...rest, ...args.slice(own.length)].join(' ')
  throw new CommandError('usage', `\`start\` takes options only, but got: ${extra}.`)
}

function readExec(values: Values, [name, ...args]: readonly string[]): CommandLine {
  if (name !== undefined) return {command: 'exec', values, program: [name, ...args]}
  throw new CommandError(
    'usage',
    'No program to run. Name it after `--`, such as: lake exec -- npx sanity dataset list',
  )
}

function parse(args: string[]) {
  try {
    return parseArgs({args, allowPositionals: true, options})
  } catch (error) {
    throw new CommandError('usage', problemOf(error), {cause: error})
  }
}

/** Returns what is wrong in one sentence. Node adds advice about arguments that begin with "-". */
function problemOf(error: unknown): string {
  const reason = reasonOf(error)
  const option = /^Unknown option '(?<option>-.*?)'/s.exec(reason)?.groups?.['option']
  return option === undefined ? `${reason.split('\n')[0]}` : `Unknown option ${option}.`
}
