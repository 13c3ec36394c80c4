import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'
import {extensionOption} from '../extension.ts'
import {formatLines, formatOf, requireOptions, type OptionName} from '../export/formats.ts'
import {readNow} from '../readArguments.ts'

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'write documents, archives, calendars, or into a Hugo, Jekyll or Eleventy site',
  operands: {usage: '[TARGET]', max: 1},
  about: `Exports the content of the Content Lake. The name of TARGET selects the format, or --format for a folder:

${formatLines().join('\n')}

An export into a site reads its configuration. It lists what it wrote in .touchpoints-export.json, and never
changes or removes another file. The last line is changed=true or changed=false.`,
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'overrides the name of TARGET',
    },
    drafts: {
      type: 'boolean',
      default: false,
      help: 'export drafts too (ndjson)',
    },
    language: {
      type: 'string',
      value: 'TAG',
      help: 'BCP 47 tag such as es. Defaults to the default language, and to every language of a site',
    },
    'site-url': {
      type: 'string',
      value: 'URL',
      help: 'address of the site; its host is the suffix of event UIDs. Defaults to that of its configuration',
    },
    'dry-run': {
      type: 'boolean',
      default: false,
      help: 'print what an export into a site would write, change and remove, and write nothing',
    },
    strict: {
      type: 'boolean',
      default: false,
      help: 'write nothing into a site when a calendar cannot be read',
    },
    section: {
      type: 'string',
      value: 'NAME',
      help: 'folder of the sessions in the content of a Hugo site. Defaults to touchpoints',
    },
    alias: {
      type: 'string',
      multiple: true,
      value: 'NAME=SHORTCODE',
      help: 'further name of a shortcode, such as events=calendar, for pages that use it (hugo)',
    },
    'write-shortcodes': {
      type: 'boolean',
      default: false,
      help: 'write an alias even where a theme has a shortcode of this name (hugo)',
    },
    'hugo-adapter': {
      type: 'boolean',
      default: false,
      help: 'write one _content.gotmpl instead of the pages, for Hugo 0.126 and later',
    },
    pages: {
      type: 'boolean',
      default: false,
      help: 'write pages into a Jekyll site without the collection touchpoints',
    },
    'data-dir': {
      type: 'string',
      value: 'FOLDER',
      help: 'folder of global data in an Eleventy site, relative to it',
    },
    content: {
      type: 'string',
      value: 'FOLDER',
      help: 'read the *.ndjson of a folder instead of a Content Lake, such as in a workflow',
    },
    extension: extensionOption,
    now: {
      type: 'string',
      value: 'INSTANT',
      help: 'export as of another time, such as 2024-03-20T00:00:00Z',
    },
  },
  notes: `Reads the Content Lake on this machine. Reads the hosted service when SANITY_STUDIO_PROJECT_ID is set
and SANITY_API_HOST is not.`,
  run: async ({values, positionals: [target]}, shell) => {
    const siteUrl = checkedSite(values['site-url'])
    const language = checkedLanguage(values.language)
    const now = readNow(values.now)
    const format = formatOf(target, values.format)
    const {
      drafts,
      strict,
      extension,
      content,
      section = 'touchpoints',
      alias: aliases = [],
    } = values
    const given = {
      drafts,
      language: language !== undefined,
      'site-url': siteUrl !== undefined,
      'dry-run': values['dry-run'],
      strict,
      section: values.section !== undefined,
      alias: aliases.length > 0,
      'write-shortcodes': values['write-shortcodes'],
      'hugo-adapter': values['hugo-adapter'],
      pages: values.pages,
      'data-dir': values['data-dir'] !== undefined,
    } satisfies Record<OptionName, boolean>
    requireOptions(
      format,
      optionNames.filter((name) => given[name]),
    )
    const {exportContent} = await import('../export.ts')
    const options = {
      drafts,
      strict,
      section: checkedSection(section),
      aliases,
      dryRun: values['dry-run'],
      writeShortcodes: values['write-shortcodes'],
      addPages: values.pages,
      dataDir: values['data-dir'],
      pages: values['hugo-adapter'] ? 'adapter' : 'files',
    } as const
    await exportContent(
      {target, format, siteUrl, language, now, extension, content, options},
      shell,
    )
  },
})

const optionNames = [
  'drafts',
  'language',
  'site-url',
  'dry-run',
  'strict',
  'section',
  'alias',
  'write-shortcodes',
  'hugo-adapter',
  'pages',
  'data-dir',
] as const satisfies readonly OptionName[]

function checkedSite(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new CliError(
    'usage',
    `--site-url is "${url}": expected an address such as https://example.org.`,
  )
}

function checkedLanguage(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch (error) {
    throw new CliError('usage', `--language is "${tag}": expected a tag such as es or pt-BR.`, {
      cause: error,
    })
  }
}

function checkedSection(name: string): string {
  if (/^[a-z0-9][\w-]*(?:\/[\w-]+)*$/i.test(name)) return name
  throw new CliError('usage', `--section is "${name}": expected a folder such as touchpoints.`)
}
