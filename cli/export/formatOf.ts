import {CliError} from '../CliError.ts'

export const formats = ['ndjson', 'tar.gz', 'json', 'ics', 'hugo'] as const
export type Format = (typeof formats)[number]

/** What was asked for by name, else by the target's ending; without either NDJSON. */
export function formatOf(
  target: string | undefined,
  asked: string | undefined,
  usage: string,
): Format {
  const named = formats.find((format) => format === asked)
  if (named) return named
  if (asked !== undefined) {
    throw new CliError('usage', `There is no format "${asked}".\n\n${usage}`)
  }
  if (target === undefined) return 'ndjson'
  const ending = formats.find((format) => target.endsWith(`.${format}`))
  if (ending) return ending
  throw new CliError('usage', `"${target}" tells no format: add --format.\n\n${usage}`)
}
