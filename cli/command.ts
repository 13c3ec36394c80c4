import {CliError} from './CliError.ts'
import {helpText, usageLine} from './helpText.ts'
import {type Arguments, type Options, readArguments} from './readArguments.ts'
import {print, type Shell} from './shell.ts'

/** A command. Its `--help`, its line in the list of commands and its argument parser derive from this. */
export interface Declaration<Own extends Options> {
  name: string
  /** One line for the list of commands, without a period. */
  summary: string
  /** Positional arguments, such as files. */
  operands?: {
    /** Their name in the help, such as `FILE`. */
    usage: string
    min?: number
    max?: number
  }
  /** Paragraphs below the usage. The help wraps their lines, except indented ones. */
  about: string
  options: Own
  /** Paragraphs below the options: environment, exit codes. */
  notes?: string
  /** Imports its modules when it runs, so that the list of commands does not load SQLite. */
  run: (parsed: Arguments<Own>, shell: Shell) => Promise<void>
}

export interface Command {
  name: string
  summary: string
  run: (args: string[], shell: Shell) => Promise<void>
}

export function defineCommand<const Own extends Options>(declaration: Declaration<Own>): Command {
  const {name, summary} = declaration
  return {
    name,
    summary,
    run: async (args, shell) => {
      try {
        const parsed = readArguments(args, declaration)
        if (parsed === 'help') return print(shell, helpText(declaration))
        await declaration.run(parsed, shell)
      } catch (error) {
        if (!(error instanceof CliError) || error.code !== 'usage') throw error
        const hint = `${usageLine(declaration)}\nRun \`touchpoints ${name} --help\` for details.`
        throw new CliError('usage', `${error.message}\n\n${hint}`, {cause: error})
      }
    },
  }
}
