import {assetTypes, examineDocuments} from './check/examineDocuments.ts'
import {fetchDocuments} from './check/fetchDocuments.ts'
import {readDocuments} from './check/readDocuments.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import {loadExtension, schemaTypesOf} from './extension.ts'
import {reportFindings} from './check/reportFindings.ts'
import {hasColors, print, type Shell} from './shell.ts'

export interface CheckRequest {
  /** NDJSON files, or folders that contain them. Empty to read the Content Lake. */
  paths: readonly string[]
  drafts: boolean
  json: boolean
  strict: boolean
  now: Date
  /** File with the extension of the project. */
  extension: string | undefined
}

/** Runs `touchpoints check`. */
export async function check(request: CheckRequest, shell: Shell): Promise<void> {
  const {paths, drafts, json, strict} = request
  const now = request.now.toISOString()
  const loaded = await loadExtension(request.extension, shell)
  const {extension = {}} = loaded ?? {}
  const types = await schemaTypesOf(loaded)
  const added = Object.keys(extension.documents ?? {})
  const all =
    paths.length > 0
      ? (await readDocuments(paths, shell.folder)).map(({document}) => document)
      : await fetchDocuments(
          contentLakeClient(shell, 'SANITY_API_READ_TOKEN'),
          drafts ? 'drafts' : 'published',
          [...added, ...assetTypes],
        )
  const {checked, findings} = await examineDocuments(all, {
    drafts,
    types,
    extension,
    now,
    progress: (total) => progress(total, shell),
  })
  const colors = hasColors(shell)
  print(
    shell,
    json
      ? JSON.stringify({checked, findings}, undefined, 2)
      : reportFindings(findings, {checked, colors}),
  )
  if (findings.some(({level}) => level === 'error' || (strict && level === 'warning'))) shell.fail()
}

/** Returns a progress counter, on a terminal and for many documents only. */
function progress(total: number, {writeError, isTerminal}: Shell): (() => void) | undefined {
  if (!isTerminal.error || total < 500) return undefined
  let done = 0
  return () => {
    done += 1
    if (done % 100 === 0 || done === total) {
      writeError(`\rchecking ${done} of ${total}${done === total ? '\n' : ''}`)
    }
  }
}
