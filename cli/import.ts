import {readFile, writeFile} from 'node:fs/promises'
import {basename, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {importMarkdown} from '@touchpoints/importers/markdown'
import {checkDataset, type StoredDocument} from '@touchpoints/schemas/rules'
import {calendarDate, httpsUrl} from '@touchpoints/schemas/scalars'

import {CliError} from './CliError.ts'
import {readDocuments} from './check/readDocuments.ts'
import {reportFindings} from './check/reportFindings.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import {importArchive, importDocuments, type Operation} from './import/importDocuments.ts'
import {reportMarkdown} from './import/reportMarkdown.ts'
import {note, print, type Shell} from './shell.ts'

const usage = `Usage: touchpoints import FILE [options]

FILE is NDJSON, an archive of \`sanity dataset export\` (.tar.gz), or a Markdown page of the old kind (.md).
The documents go into the Content Lake: the one on this machine, or the hosted one when
SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not (SANITY_API_WRITE_TOKEN holds its token).

  --missing      keep documents that exist already, add the others
  --replace      overwrite documents that exist already

For Markdown, whose report also lists what has no place in a document:
  --out FILE     write the documents to an NDJSON file instead
  --dry-run      only report
  --as-of DATE   the date the page is of, such as 2024-03-20: it writes dates without a year (default: today)
  --base URL     the page's address, against which its relative links are resolved`

/** `touchpoints import` */
export async function importFile(args: string[], shell: Shell): Promise<void> {
  const {values, positionals} = readArguments(args)
  const [file, ...more] = positionals
  if (values.help) {
    print(shell, usage)
    return
  }
  if (file === undefined || more.length > 0) throw new CliError('usage', usage)
  if (values.missing && values.replace) {
    throw new CliError(
      'usage',
      'Choose one of --missing and --replace: they contradict each other.',
    )
  }
  const operation: Operation = values.replace
    ? 'createOrReplace'
    : values.missing
      ? 'createIfNotExists'
      : 'create'
  const into = () => ({
    client: contentLakeClient(shell, 'SANITY_API_WRITE_TOKEN'),
    operation,
    say: (line: string) => note(shell, line),
  })
  if (/\.t(?:ar\.)?gz$/i.test(file)) {
    print(shell, imported(await importArchive(resolve(shell.folder, file), into())))
    return
  }
  if (!/\.(?:md|markdown)$/i.test(file)) {
    const documents = await readDocuments([file], shell.folder)
    print(shell, imported(await importDocuments(documents, into())))
    return
  }
  const documents = await readMarkdown(file, values, shell)
  if (values['dry-run']) return
  if (values.out === undefined) print(shell, imported(await importDocuments(documents, into())))
  else
    await writeFile(
      resolve(shell.folder, values.out),
      documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
    )
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        missing: {type: 'boolean', default: false},
        replace: {type: 'boolean', default: false},
        out: {type: 'string'},
        'dry-run': {type: 'boolean', default: false},
        'as-of': {type: 'string'},
        base: {type: 'string'},
        help: {type: 'boolean', short: 'h', default: false},
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CliError('usage', `${reason}\n\n${usage}`, {cause: error})
  }
}

async function readMarkdown(
  file: string,
  {'as-of': asOf = new Date().toISOString().slice(0, 10), base}: {'as-of'?: string; base?: string},
  shell: Shell,
): Promise<StoredDocument[]> {
  if (!calendarDate.safeParse(asOf).success) {
    throw new CliError('usage', `--as-of is "${asOf}": expected a date such as 2024-03-20.`)
  }
  if (base !== undefined && !httpsUrl.safeParse(base).success) {
    throw new CliError('usage', `--base is "${base}": expected the page's whole https address.`)
  }
  const text = await readFile(resolve(shell.folder, file), 'utf8').catch((error: unknown) => {
    throw new CliError('bad-input', `${file} cannot be read: ${String(error)}`, {cause: error})
  })
  const result = importMarkdown(text, {asOf, ...(base && {base})})
  note(shell, `${reportMarkdown(result, basename(file))}\n`)
  const findings = checkDataset(result.documents, {now: `${asOf}T00:00:00Z`})
  if (findings.length > 0) {
    const checked = result.documents.length
    note(shell, `${reportFindings(findings, {checked, colours: false})}\n`)
  }
  return result.documents
}

function imported(count: number): string {
  return `${count} ${count === 1 ? 'document' : 'documents'} imported.`
}
