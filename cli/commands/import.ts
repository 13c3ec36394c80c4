import {calendarDate, httpsUrl} from '@touchpoints/schemas/scalars'

import {CliError} from '../CliError.ts'
import {defineCommand} from '../command.ts'
import {extensionOption} from '../extension.ts'

export const importCommand = defineCommand({
  name: 'import',
  summary: 'import a folder, a git repository, a page, NDJSON or an exported archive',
  operands: {usage: 'SOURCE …', min: 0},
  about: `SOURCE is a folder, a git repository (a folder, or an https: address), or a page (a file, or an https:
address). It reads Markdown pages, sigs.yaml, team and calendar TOML, and calendar files. It plans first
and prints which document each line becomes, what is open, and what is not imported. In a terminal you
review the plan. What you accept is stored as drafts, and a document that exists is never replaced unasked.

SOURCE can also be NDJSON, or an archive of \`sanity dataset export\` (.tar.gz). These documents are stored as
they are. Several NDJSON files are imported together, so that they may refer to each other.

The documents go into the Content Lake on this machine. They go to the hosted service when
SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not. This requires SANITY_API_WRITE_TOKEN.`,
  options: {
    yes: {
      type: 'boolean',
      default: false,
      help: 'accept the plan without a review. Documents with an open question are left out',
    },
    'dry-run': {type: 'boolean', default: false, help: 'print the plan and store nothing'},
    plan: {type: 'string', value: 'FILE', help: 'write the plan to a JSON file and store nothing'},
    'from-plan': {type: 'string', value: 'FILE', help: 'store the plan of this file'},
    out: {
      type: 'string',
      value: 'FILE',
      help: 'write the accepted documents to an NDJSON file instead of drafts',
    },
    'as-of': {
      type: 'string',
      value: 'DATE',
      help: 'date of a source without a history, such as 2024-03-20, used for dates without a year. Defaults to today',
    },
    base: {
      type: 'string',
      value: 'URL',
      help: 'address of the page or the folder, used to resolve relative links',
    },
    force: {
      type: 'boolean',
      default: false,
      help: 'overwrite the file of --plan or --out',
    },
    missing: {
      type: 'boolean',
      default: false,
      help: 'NDJSON and archives: keep existing documents and import the others',
    },
    replace: {
      type: 'boolean',
      default: false,
      help: 'NDJSON and archives: overwrite existing documents',
    },
    'allow-host': {
      type: 'string',
      multiple: true,
      value: 'HOST',
      help: 'request this host despite its private address, such as wiki.internal',
    },
    extension: extensionOption,
  },
  notes: `Formats, references, images and files are checked first. An error in a document of NDJSON refuses the import.
A document of a plan with an error is left out, with its file and line, and the exit code is 1.
Images and files come from https: addresses, or from inside an archive.`,
  run: async ({values, positionals: sources}, shell) => {
    const {missing, replace, out, base, extension, yes, plan, force} = values
    const {'allow-host': allowHosts = [], 'dry-run': dryRun, 'from-plan': fromPlan} = values
    const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10)
    if ((sources.length === 0) === (fromPlan === undefined)) {
      const message = 'Name a SOURCE, or use --from-plan with the file of a plan.'
      throw new CliError('usage', message)
    }
    if (sources.some((source) => source.trim() === '')) {
      const message =
        'A SOURCE is empty, such as a variable that is not set. Name a folder, a file or an address. The current folder is "."'
      throw new CliError('usage', message)
    }
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
    const accepts = yes || fromPlan !== undefined || out !== undefined
    const next = dryRun
      ? ({kind: 'print'} as const)
      : plan !== undefined
        ? ({kind: 'write', file: plan} as const)
        : ({kind: accepts ? 'accept' : 'review'} as const)
    const operation = replace ? 'createOrReplace' : missing ? 'createIfNotExists' : undefined
    const {importSources} = await import('../import.ts')
    const options = {asOf, base, allowHosts, extension, out, force, fromPlan}
    await importSources({...options, sources, operation, next}, shell)
  },
})
