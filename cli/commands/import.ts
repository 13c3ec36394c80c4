import {calendarDate, httpsUrl} from '@touchpoints/schemas/scalars'

import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'

export const importCommand = defineCommand({
  name: 'import',
  summary: 'import NDJSON, an exported archive, or a legacy Markdown page',
  operands: {usage: 'FILE', min: 1, max: 1},
  about: `FILE is NDJSON, an archive of \`sanity dataset export\` (.tar.gz), or a legacy Markdown page (.md).
The documents go into the Content Lake: the one on this machine, or the hosted one when
SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not (SANITY_API_WRITE_TOKEN holds its token).`,
  options: {
    missing: {type: 'boolean', default: false, help: 'keep existing documents, add the others'},
    replace: {type: 'boolean', default: false, help: 'overwrite existing documents'},
    out: {
      type: 'string',
      value: 'FILE',
      help: 'Markdown: write the documents to an NDJSON file instead',
    },
    'dry-run': {type: 'boolean', default: false, help: 'Markdown: only report'},
    'as-of': {
      type: 'string',
      value: 'DATE',
      help: 'Markdown: the date of the page, such as 2024-03-20, for dates without a year. Defaults to today',
    },
    base: {
      type: 'string',
      value: 'URL',
      help: 'Markdown: the page’s address, which relative links are resolved against',
    },
  },
  notes: 'For Markdown it also reports what has no place in a document.',
  run: async ({values, positionals: [file = '']}, shell) => {
    const {missing, replace, out, base, 'dry-run': dryRun} = values
    const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10)
    if (missing && replace) {
      const message = 'Choose one of --missing and --replace: they contradict each other.'
      throw new CliError('usage', message)
    }
    if (!calendarDate.safeParse(asOf).success) {
      throw new CliError('usage', `--as-of is "${asOf}": expected a date such as 2024-03-20.`)
    }
    if (base !== undefined && !httpsUrl.safeParse(base).success) {
      throw new CliError('usage', `--base is "${base}": expected the page's whole https address.`)
    }
    const operation = replace ? 'createOrReplace' : missing ? 'createIfNotExists' : 'create'
    const {importFile} = await import('../import.ts')
    await importFile({file, operation, dryRun, asOf, out, base}, shell)
  },
})
