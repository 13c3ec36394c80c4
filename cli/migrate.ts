import {writeFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {planMigration} from '@touchpoints/schemas/migration'

import {fetchDocuments} from './check/fetchDocuments.ts'
import {readDocuments} from './check/readDocuments.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import {applyPlan} from './migrate/applyPlan.ts'
import {reportPlan} from './migrate/reportPlan.ts'
import {print, type Shell} from './shell.ts'

export interface MigrateFilesRequest {
  /** NDJSON files and folders. */
  paths: readonly string[]
  /** An NDJSON file to write. Undefined only reports. */
  out: string | undefined
  /** `YYYY-MM-DD` */
  today: string
}

export interface MigrateLakeRequest {
  /** Whether to write. */
  apply: boolean
  /** `YYYY-MM-DD` */
  today: string
}

/** Runs `touchpoints migrate FILE …`. */
export async function migrateFiles(
  {paths, out, today}: MigrateFilesRequest,
  shell: Shell,
): Promise<void> {
  const documents = (await readDocuments(paths, shell.folder)).map(({document}) => document)
  const plan = planMigration(documents, {today})
  print(shell, reportPlan(documents, plan))
  const changes = plan.created.length + plan.patched.length
  if (out === undefined) {
    if (changes > 0)
      print(shell, 'Nothing was written. Run it again with --out FILE to write the documents.')
    return
  }
  const lines = plan.documents.map((document) => `${JSON.stringify(document)}\n`)
  await writeFile(resolve(shell.folder, out), lines.join(''))
  return print(shell, `${plan.documents.length} documents written to ${out}.`)
}

/** Runs `touchpoints migrate` on the Content Lake. */
export async function migrateLake({apply, today}: MigrateLakeRequest, shell: Shell): Promise<void> {
  const token = apply ? 'SANITY_API_WRITE_TOKEN' : 'SANITY_API_READ_TOKEN'
  const client = contentLakeClient(shell, token)
  const documents = await fetchDocuments(client, 'raw')
  const plan = planMigration(documents, {today})
  print(shell, reportPlan(documents, plan))
  const changes = plan.created.length + plan.patched.length
  if (changes === 0) return
  if (!apply) {
    return print(shell, 'Nothing was written. Run it again with --apply to write these changes.')
  }
  await applyPlan(plan, client)
  const after = await fetchDocuments(client, 'raw')
  const left = planMigration(after, {today})
  const rest = left.created.length + left.patched.length
  print(
    shell,
    rest === 0
      ? `${changes} changes written. The Content Lake has ${after.length} documents now, and before ${documents.length}.`
      : `${changes} changes written, and ${rest} documents were edited meanwhile. Run it again.`,
  )
}
