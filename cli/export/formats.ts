import {CliError} from '../CliError.ts'
import type {ExportContext} from './exportContext.ts'
import type {ExportOptions} from './exportOptions.ts'

const formatNames = [
  'ndjson',
  'tar.gz',
  'json',
  'ics',
  'hugo',
  'jekyll',
  'eleventy',
  'data',
] as const
export type Format = (typeof formatNames)[number]

interface ExportFormat {
  /** An example of a target, and what is written there, for the help. */
  target: string
  about: string
  /** Whether the end of a file name selects the format. A folder requires `--format`. */
  isFile: boolean
  /** Options of the command that this format has, by their name on the command line. */
  options: readonly OptionName[]
  /** Imports its modules late: an archive needs no calendar, a calendar no archiver. */
  run: (context: ExportContext, target: string | undefined, options: ExportOptions) => Promise<void>
}

export type OptionName =
  | 'drafts'
  | 'site-url'
  | 'language'
  | 'dry-run'
  | 'strict'
  | 'section'
  | 'hugo-adapter'
  | 'alias'
  | 'write-shortcodes'
  | 'pages'
  | 'data-dir'

const siteOptions = ['site-url', 'language', 'dry-run', 'strict'] as const

/** Every format of `touchpoints export`, in the order of the help. */
export const formats = {
  ndjson: {
    target: 'meetings.ndjson',
    about: 'every document, one on each line. Without TARGET, goes to standard output',
    isFile: true,
    options: ['drafts'],
    run: async (context, target, {drafts}) =>
      (await import('./exportDocuments.ts')).exportDocuments(context, target, drafts),
  },
  'tar.gz': {
    target: 'meetings.tar.gz',
    about: 'every document with its images, files and comments, as in a backup',
    isFile: true,
    options: [],
    run: async (context, target) =>
      (await import('./exportArchive.ts')).exportArchive(context, target),
  },
  json: {
    target: 'events.json',
    about: 'the merged calendar for pages and custom elements',
    isFile: true,
    options: ['site-url', 'language'],
    run: async (context, target) =>
      (await import('./exportFeed.ts')).exportFeed(context, target, false),
  },
  ics: {
    target: 'calendar.ics',
    about: 'the merged calendar for calendar programs',
    isFile: true,
    options: ['site-url', 'language'],
    run: async (context, target) =>
      (await import('./exportFeed.ts')).exportFeed(context, target, true),
  },
  hugo: {
    target: 'SITE/',
    about: 'pages, data and shortcodes, where a Hugo site reads them',
    isFile: false,
    options: [...siteOptions, 'section', 'hugo-adapter', 'alias', 'write-shortcodes'],
    run: async (context, target, options) =>
      (await import('./hugo/exportHugo.ts')).exportHugo(context, target, options),
  },
  jekyll: {
    target: 'SITE/',
    about: 'data, includes and pages for a Jekyll site',
    isFile: false,
    options: [...siteOptions, 'pages'],
    run: async (context, target, options) =>
      (await import('./jekyll/exportJekyll.ts')).exportJekyll(context, target, options),
  },
  eleventy: {
    target: 'SITE/',
    about: 'data and feeds for an Eleventy site',
    isFile: false,
    options: [...siteOptions, 'data-dir'],
    run: async (context, target, options) =>
      (await import('./eleventy/exportEleventy.ts')).exportEleventy(context, target, options),
  },
  data: {
    target: 'FOLDER/',
    about: 'the same data and feeds in one folder, for any other generator',
    isFile: false,
    options: siteOptions,
    run: async (context, target, options) =>
      (await import('./data/exportData.ts')).exportData(context, target, options),
  },
} as const satisfies Record<Format, ExportFormat>

/** Returns the format of the option, else of the target's extension. Defaults to NDJSON. */
export function formatOf(target: string | undefined, option: string | undefined): Format {
  const named = formatNames.find((format) => format === option)
  if (named) return named
  const all = formatNames.join(', ')
  if (option !== undefined) throw new CliError('usage', `Unknown format "${option}". Use ${all}.`)
  if (target === undefined) return 'ndjson'
  const extension = formatNames.find(
    (format) => formats[format].isFile && target.endsWith(`.${format}`),
  )
  if (extension) return extension
  throw new CliError(
    'usage',
    `The file name "${target}" does not end in a known format, such as .ics. Add --format with one of ${all}.`,
  )
}

/**
 * Requires that the format has each option of the command line.
 *
 * @throws CliError that names an option without effect
 */
export function requireOptions(format: Format, given: readonly OptionName[]): void {
  const own: readonly OptionName[] = formats[format].options
  const other = given.find((name) => !own.includes(name))
  if (other === undefined) return
  const having = formatNames.filter((each) => {
    const options: readonly OptionName[] = formats[each].options
    return options.includes(other)
  })
  throw new CliError(
    'usage',
    `--${other} has no effect on the format ${format}. It is for ${having.join(', ')}.`,
  )
}

/** Returns the lines of the help: a target of each format, and what is written there. */
export function formatLines(): string[] {
  const width = 18
  return formatNames.map((name) => {
    const {target, about, isFile} = formats[name]
    const option = isFile ? '' : ` (--format ${name})`
    return `  ${target.padEnd(width)}${about}${option}`
  })
}
