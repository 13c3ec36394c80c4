import {CliError} from '../CliError.ts'

export const formats = ['ndjson', 'tar.gz', 'json', 'ics', 'hugo'] as const
export type Format = (typeof formats)[number]

/** The format of the option, else of the target's ending. Defaults to NDJSON. */
export function formatOf(target: string | undefined, option: string | undefined): Format {
  const named = formats.find((format) => format === option)
  if (named) return named
  if (option !== undefined) throw new CliError('usage', `There is no format "${option}".`)
  if (target === undefined) return 'ndjson'
  const ending = formats.find((format) => target.endsWith(`.${format}`))
  if (ending) return ending
  throw new CliError('usage', `"${target}" selects no format: add --format.`)
}
