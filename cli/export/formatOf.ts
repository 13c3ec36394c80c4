import {CliError} from '../CliError.ts'

export const formats = ['ndjson', 'tar.gz', 'json', 'ics', 'hugo'] as const
export type Format = (typeof formats)[number]

/** Returns the format of the option, else of the target's extension. Defaults to NDJSON. */
export function formatOf(target: string | undefined, option: string | undefined): Format {
  const named = formats.find((format) => format === option)
  if (named) return named
  if (option !== undefined)
    throw new CliError('usage', `Unknown format "${option}". Use ${formats.join(', ')}.`)
  if (target === undefined) return 'ndjson'
  const extension = formats.find((format) => target.endsWith(`.${format}`))
  if (extension) return extension
  throw new CliError(
    'usage',
    `The file name "${target}" does not end in a known format, such as .ics. Add --format with one of ${formats.join(', ')}.`,
  )
}
