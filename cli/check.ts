import {isDocumentTypeName} from '@touchpoints/schemas/registry'
import {checkExtendedDataset, type StoredDocument} from '@touchpoints/schemas/rules'

import {checkFormats} from './check/checkFormats.ts'
import {fetchDocuments} from './check/fetchDocuments.ts'
import {mergeFindings} from './check/mergeFindings.ts'
import {readDocuments} from './check/readDocuments.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import {loadExtension, schemaTypesOf} from './extension.ts'
import {reportFindings} from './check/reportFindings.ts'
import {titlesOf} from './check/unpublishedText.ts'
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

/** Types of the documents that describe an image or a file. */
const assetTypes = ['sanity.imageAsset', 'sanity.fileAsset'] as const

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
  const isKnown = ({_type: type}: StoredDocument) =>
    isDocumentTypeName(type) || added.includes(type)
  const documents = selectDocuments(all.filter(isKnown), drafts)
  const onChecked = progress(documents.length, shell)
  // Images and files: a field with one refers to its document.
  const others = all.filter((document) => !isKnown(document))
  const formats = await checkFormats(documents, {onChecked, types, others, titleOf: titlesOf(all)})
  const findings = mergeFindings(formats, checkExtendedDataset(documents, {now, extension}))
  const colors = hasColors(shell)
  print(
    shell,
    json
      ? JSON.stringify({checked: documents.length, findings}, undefined, 2)
      : reportFindings(findings, {checked: documents.length, colors}),
  )
  if (findings.some(({level}) => level === 'error' || (strict && level === 'warning'))) shell.fail()
}

/** Selects the documents of one perspective: a file may contain drafts and published versions. */
function selectDocuments(known: readonly StoredDocument[], drafts: boolean): StoredDocument[] {
  if (!drafts) return known.filter(({_id}) => !/^(?:drafts|versions)\./.test(_id))
  const drafted = new Set(known.map(({_id}) => _id).filter((id) => id.startsWith('drafts.')))
  return known.filter(({_id}) => !_id.startsWith('versions.') && !drafted.has(`drafts.${_id}`))
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
