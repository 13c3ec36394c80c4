import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'
import {extensionOption} from '../extension.ts'
import {formatOf} from '../export/formatOf.ts'
import {readNow} from '../readArguments.ts'

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'write documents, an archive, the calendar, or a Hugo site',
  operands: {usage: '[TARGET]', max: 1},
  about: `Exports the content of the Content Lake. The name of TARGET selects the format:

  meetings.ndjson   every document, one on each line. Without TARGET, goes to standard output
  meetings.tar.gz   every document with its images and files, as \`sanity dataset export\` writes them
  events.json       the merged calendar for pages and custom elements
  calendar.ics      the merged calendar for calendar programs
  FOLDER/           a Hugo site's data, pages and shortcodes (with --format hugo)`,
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'ndjson, tar.gz, json, ics or hugo. Overrides the name of TARGET',
    },
    drafts: {
      type: 'boolean',
      default: false,
      help: 'export drafts too (ndjson)',
    },
    'site-url': {
      type: 'string',
      value: 'URL',
      default: 'https://example.org',
      help: 'address of the site; its host is the suffix of event UIDs',
    },
    section: {
      type: 'string',
      value: 'NAME',
      default: 'touchpoints',
      help: 'folder of the Hugo pages under content/',
    },
    'hugo-adapter': {
      type: 'boolean',
      default: false,
      help: 'write one _content.gotmpl instead of the pages, for Hugo 0.126 and later',
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
    const now = readNow(values.now)
    const format = formatOf(target, values.format)
    const {exportContent} = await import('../export.ts')
    const {drafts, section, extension, 'hugo-adapter': hugoAdapter} = values
    const pages = hugoAdapter ? 'adapter' : 'files'
    await exportContent({target, format, drafts, section, pages, siteUrl, now, extension}, shell)
  },
})

function checkedSite(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new CliError(
    'usage',
    `--site-url is "${url}": expected an address such as https://example.org.`,
  )
}
