import {calendarDate, httpsUrl} from '@touchpoints/schemas/scalars'

import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'

export const importCommand = defineCommand({
  name: 'import',
  summary: 'import NDJSON, an exported archive, or a legacy Markdown page',
  operands: {usage: 'FILE …', min: 1},
  about: `FILE is NDJSON, an archive of \`sanity dataset export\` (.tar.gz), or a legacy Markdown page (.md).
Several NDJSON files are imported together, so that they may refer to each other.
The documents go into the Content Lake on this machine. They go to the hosted service when
SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not. This requires SANITY_API_WRITE_TOKEN.`,
  options: {
    missing: {
      type: 'boolean',
      default: false,
      help: 'keep existing documents and import the others',
    },
    replace: {type: 'boolean', default: false, help: 'overwrite existing documents'},
    'allow-host': {
      type: 'string',
      multiple: true,
      value: 'HOST',
      help: 'download images and files of this host despite its private address, such as wiki.internal',
    },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'Markdown: write the documents to an NDJSON file instead',
    },
    'dry-run': {type: 'boolean', default: false, help: 'Markdown: report and import nothing'},
    'as-of': {
      type: 'string',
      value: 'DATE',
      help: 'Markdown: date of the page, such as 2024-03-20, used for dates without a year. Defaults to today',
    },
    base: {
      type: 'string',
      value: 'URL',
      help: 'Markdown: address of the page, used to resolve relative links',
    },
  },
  notes: `Every file, id, reference, image and file is checked first. If one is refused, nothing is imported.
Images and files come from https: addresses, or from inside an archive.
For Markdown it also reports text that was not imported.`,
  run: async ({values, positionals: files}, shell) => {
    const {missing, replace, out, base, 'dry-run': dryRun, 'allow-host': allowHosts = []} = values
    const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10)
    if (missing && replace) {
      const message = 'Use either --missing or --replace, not both: they contradict each other.'
      throw new CliError('usage', message)
    }
    if (!calendarDate.safeParse(asOf).success) {
      throw new CliError('usage', `--as-of is "${asOf}": expected a date such as 2024-03-20.`)
    }
    if (base !== undefined && !httpsUrl.safeParse(base).success) {
      throw new CliError(
        'usage',
        `--base is "${base}": expected the full address of the page, such as https://example.org/meetings/.`,
      )
    }
    const operation = replace ? 'createOrReplace' : missing ? 'createIfNotExists' : 'create'
    const {importFiles} = await import('../import.ts')
    await importFiles({files, operation, allowHosts, dryRun, asOf, out, base}, shell)
  },
})
