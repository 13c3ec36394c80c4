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
import {reasonOf} from './reasonOf.ts'
import {print, printError, type Shell} from './shell.ts'

export interface ImportRequest {
  file: string
  operation: Operation
  /** For Markdown: reports and imports nothing. */
  dryRun: boolean
  /** For Markdown: the date of the page, `YYYY-MM-DD`. */
  asOf: string
  /** For Markdown: an NDJSON file to write instead of the Content Lake. */
  out: string | undefined
  /** For Markdown: the address of the page. */
  base: string | undefined
}

/** Runs `touchpoints import`. */
export async function importFile(request: ImportRequest, shell: Shell): Promise<void> {
  const {file, operation, dryRun, out} = request
  const target = () => ({
    client: contentLakeClient(shell, 'SANITY_API_WRITE_TOKEN'),
    operation,
    log: (line: string) => printError(shell, line),
  })
  if (/\.t(?:ar\.)?gz$/i.test(file)) {
    print(shell, importedText(await importArchive(resolve(shell.folder, file), target())))
    return
  }
  if (!/\.(?:md|markdown)$/i.test(file)) {
    const documents = await readDocuments([file], shell.folder)
    print(shell, importedText(await importDocuments(documents, target())))
    return
  }
  const documents = await readMarkdown(request, shell)
  if (dryRun) return
  if (out === undefined) print(shell, importedText(await importDocuments(documents, target())))
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
    throw new CliError(
      'bad-input',
      `Could not read ${file} (${reasonOf(error)}). Check the path.`,
      {cause: error},
    )
  })
  const result = importMarkdown(text, {asOf, ...(base && {base})})
  printError(shell, `${reportMarkdown(result, basename(file))}\n`)
  const findings = checkDataset(result.documents, {now: `${asOf}T00:00:00Z`})
  if (findings.length > 0) {
    const checked = result.documents.length
    printError(shell, `${reportFindings(findings, {checked, colors: false})}\n`)
  }
  return result.documents
}

function importedText(count: number): string {
  return `${count} ${count === 1 ? 'document' : 'documents'} imported.`
}
