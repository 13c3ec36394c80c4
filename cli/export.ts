import {CliError} from './CliError.ts'
import {formatOf} from './export/formatOf.ts'
import {readArguments, readNow} from './readArguments.ts'
import {print, type Shell} from './shell.ts'

const usage = `Usage: touchpoints export [TARGET] [options]

Writes what the Content Lake holds, in the format that TARGET's name tells:

  meetings.ndjson   every document, one a line; to standard output without a TARGET
  meetings.tar.gz   every document with its images and files, as \`sanity dataset export\` writes them
  events.json       the merged calendar for pages and custom elements
  calendar.ics      the merged calendar for calendar programs
  FOLDER/           a Hugo site's data, pages and shortcodes (with --format hugo)

  --format FORMAT   ndjson, tar.gz, json, ics or hugo, where the name does not tell
  --drafts          drafts beside the published documents (ndjson)
  --site-url URL    where the site is: its host ends the UIDs of calendar events
  --section NAME    the folder of Hugo's pages under content/ (default: touchpoints)
  --hugo-adapter    one _content.gotmpl in place of the pages, for Hugo 0.126 and later
  --now INSTANT     as of another moment, such as 2024-03-20T00:00:00Z

Asks the Content Lake on this machine, or the hosted one when SANITY_STUDIO_PROJECT_ID is set.`

/** `touchpoints export` */
export async function exportCommand(args: string[], shell: Shell): Promise<void> {
  const {values, positionals} = readArguments(
    args,
    {
      format: {type: 'string'},
      drafts: {type: 'boolean', default: false},
      'site-url': {type: 'string', default: 'https://example.org'},
      section: {type: 'string', default: 'touchpoints'},
      'hugo-adapter': {type: 'boolean', default: false},
      now: {type: 'string'},
      help: {type: 'boolean', short: 'h', default: false},
    },
    usage,
  )
  if (values.help) return print(shell, usage)
  const [target, ...more] = positionals
  if (more.length > 0) throw new CliError('usage', `One TARGET at a time.\n\n${usage}`)
  const siteUrl = checkedSite(values['site-url'])
  const now = readNow(values.now)
  const format = formatOf(target, values.format, usage)
  // Loaded when it is needed: `--help` should not wait for a parser and a client.
  const {connect} = await import('./connection.ts')
  const connection = connect({env: shell.env, folder: shell.folder, now})
  const asked = {connection, shell, now: now.toISOString(), siteUrl}
  switch (format) {
    case 'ndjson':
      return (await import('./export/exportDocuments.ts')).exportDocuments(
        asked,
        target,
        values.drafts,
      )
    case 'tar.gz':
      return (await import('./export/exportArchive.ts')).exportArchive(asked, target)
    case 'json':
    case 'ics':
      return (await import('./export/exportFeed.ts')).exportFeed(asked, target, format === 'ics')
    case 'hugo': {
      const pages = values['hugo-adapter'] ? 'adapter' : 'files'
      return (await import('./export/exportHugo.ts')).exportHugo(asked, target, {
        section: values.section,
        pages,
      })
    }
  }
}

function checkedSite(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new CliError('usage', `--site-url is "${url}": expected one such as https://example.org.`)
}
