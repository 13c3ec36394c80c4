import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'
import {readNow} from '../readArguments.ts'
import {readInstant} from '../readInstant.ts'

export const audit = defineCommand({
  name: 'audit',
  summary: 'compare everything that is stated about the meetings',
  about: `Compares cadences, sessions, calendars and pages with each other. Reports meetings that one of them
moved, removed, ended or never had, wrong time zones, dead and shared rooms, old copies and duplicates.
Each finding says what to do.

A window of 62 days back and 184 days ahead shows both sides of a clock change.`,
  options: {
    page: {
      type: 'string',
      multiple: true,
      value: 'URL',
      help: 'read a page that announces meetings too, such as a README',
    },
    links: {type: 'boolean', default: false, help: 'request every join link'},
    'allow-host': {
      type: 'string',
      multiple: true,
      value: 'HOST',
      help: 'request links and pages of this host despite its private address',
    },
    from: {type: 'string', value: 'INSTANT', help: 'start of the window'},
    to: {type: 'string', value: 'INSTANT', help: 'end of the window'},
    now: {
      type: 'string',
      value: 'INSTANT',
      help: 'audit as of another time, such as 2024-03-20T00:00:00Z',
    },
    silences: {
      type: 'string',
      value: 'FILE',
      help: 'file of silenced findings. Defaults to touchpoints.audit.json, if it exists',
    },
    json: {type: 'boolean', default: false, help: 'print findings as JSON'},
    github: {type: 'boolean', default: false, help: 'print annotations of a GitHub Action'},
  },
  notes: `Reads the Content Lake on this machine. Reads the hosted service when SANITY_STUDIO_PROJECT_ID is set
and SANITY_API_HOST is not.

Exits with code 1 if there is an error or a warning that is not silenced. Notes don't count.`,
  run: async ({values}, shell) => {
    const {json, github, links, silences, page: pages = [], 'allow-host': allowHosts = []} = values
    if (json && github) {
      throw new CliError(
        'usage',
        'Use either --json or --github, not both: they exclude each other.',
      )
    }
    const now = readNow(values.now)
    const from = values.from === undefined ? undefined : readInstant('--from', values.from, 'usage')
    const to = values.to === undefined ? undefined : readInstant('--to', values.to, 'usage')
    const format = json ? 'json' : github ? 'github' : 'text'
    const {audit: run} = await import('../audit.ts')
    await run({now, from, to, pages, links, allowHosts, silences, format}, shell)
  },
})
