import {readFile, writeFile} from 'node:fs/promises'
import {basename, resolve} from 'node:path'
import {importMarkdown} from '@touchpoints/importers/markdown'
import {checkDataset, type StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from './CliError.ts'
import {readDocuments} from './check/readDocuments.ts'
import {reportFindings} from './check/reportFindings.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import {importArchive, importDocuments, type Operation} from './import/importDocuments.ts'
import {reportMarkdown} from './import/reportMarkdown.ts'
import {note, print, type Shell} from './shell.ts'

export interface ImportRequest {
  file: string
  operation: Operation
  /** For Markdown: only report. */
  dryRun: boolean
  /** For Markdown: the date of the page, `YYYY-MM-DD`. */
  asOf: string
  /** For Markdown: an NDJSON file to write in place of the Content Lake. */
  out: string | undefined
  /** For Markdown: the page's address. */
  base: string | undefined
}

/** `touchpoints import` */
export async function importFile(request: ImportRequest, shell: Shell): Promise<void> {
  const {file, operation, dryRun, out} = request
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
  const documents = await readMarkdown(request, shell)
  if (dryRun) return
  if (out === undefined) print(shell, imported(await importDocuments(documents, into())))
  else
    await writeFile(
      resolve(shell.folder, out),
      documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
    )
}

async function readMarkdown(
  {file, asOf, base}: ImportRequest,
  shell: Shell,
): Promise<StoredDocument[]> {
  const text = await readFile(resolve(shell.folder, file), 'utf8').catch((error: unknown) => {
    throw new CliError('bad-input', `${file} cannot be read: ${String(error)}`, {cause: error})
  })
  const result = importMarkdown(text, {asOf, ...(base && {base})})
  note(shell, `${reportMarkdown(result, basename(file))}\n`)
  const findings = checkDataset(result.documents, {now: `${asOf}T00:00:00Z`})
  if (findings.length > 0) {
    const checked = result.documents.length
    note(shell, `${reportFindings(findings, {checked, colors: false})}\n`)
  }
  return result.documents
}

function imported(count: number): string {
  return `${count} ${count === 1 ? 'document' : 'documents'} imported.`
}
