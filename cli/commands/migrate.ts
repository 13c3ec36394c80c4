import {calendarDate} from '@touchpoints/schemas/scalars'

import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'

export const migrate = defineCommand({
  name: 'migrate',
  summary: 'move content of the previous model to this one',
  operands: {usage: '[FILE or FOLDER …]'},
  about: `Moves content of the previous model to this one: the call of a group becomes a series, a recurrence
a cadence, and the community gets a document of its own. It reports what would change, and writes nothing
without --apply or --out. Running it twice changes nothing.

Without a file it reads the Content Lake on this machine, with drafts and versions. It reads the hosted
service when SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not. This requires
SANITY_API_READ_TOKEN, and with --apply SANITY_API_WRITE_TOKEN.`,
  options: {
    apply: {type: 'boolean', default: false, help: 'write the changes to the Content Lake'},
    out: {
      type: 'string',
      value: 'FILE',
      help: 'write all documents of the files to an NDJSON file',
    },
    'as-of': {
      type: 'string',
      value: 'DATE',
      help: 'series with a cadence that ended before this date have ended. Defaults to today',
    },
  },
  notes: 'Export a backup first: touchpoints export backup.tar.gz',
  run: async ({values, positionals: paths}, shell) => {
    const {apply, out} = values
    const today = values['as-of'] ?? new Date().toISOString().slice(0, 10)
    if (!calendarDate.safeParse(today).success) {
      throw new CliError('usage', `--as-of is "${today}": expected a date such as 2024-03-20.`)
    }
    if (apply && paths.length > 0) {
      const message =
        '--apply writes to the Content Lake, and does not change files. Use --out FILE to write the documents of files.'
      throw new CliError('usage', message)
    }
    if (out !== undefined && paths.length === 0) {
      const message =
        '--out writes the documents of files, and no file was given. Use --apply to change the Content Lake.'
      throw new CliError('usage', message)
    }
    const {migrateFiles, migrateLake} = await import('../migrate.ts')
    await (paths.length > 0
      ? migrateFiles({paths, out, today}, shell)
      : migrateLake({apply, today}, shell))
  },
})
