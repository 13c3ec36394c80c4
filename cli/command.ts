import {CliError} from './CliError.ts'
import {helpText, usageLine} from './helpText.ts'
import {type Arguments, type Options, readArguments} from './readArguments.ts'
import {print, type Shell} from './shell.ts'

/** Everything about a command: `--help`, the list of commands and the reader of arguments come from it. */
export interface Declaration<Own extends Options> {
  name: string
  /** One line for the list of commands, without a full stop. */
  summary: string
  /** Files and the like. */
  operands?: {
    /** As the help writes them, such as `FILE`. */
    usage: string
    min?: number
    max?: number
  }
  /** Paragraphs below the usage. Lines are broken when they are printed, except indented ones. */
  about: string
  options: Own
  /** Below the options: environment, exit codes. */
  notes?: string
  /** Loads what it needs itself: the list of commands should not wait for SQLite. */
  run: (given: Arguments<Own>, shell: Shell) => Promise<void>
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
        const given = readArguments(args, declaration)
        if (given === 'help') return print(shell, helpText(declaration))
        await declaration.run(given, shell)
      } catch (error) {
        if (!(error instanceof CliError) || error.code !== 'usage') throw error
        const hint = `${usageLine(declaration)}\nRun \`touchpoints ${name} --help\` for more.`
        throw new CliError('usage', `${error.message}\n\n${hint}`, {cause: error})
      }
    },
  }
}
