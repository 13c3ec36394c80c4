import type {StoredDocument} from '@touchpoints/schemas/rules'

import {assetFilesIn, type ContentFile} from './contentFiles.ts'
import {fileOf} from './fileNames.ts'

/** What a save writes. */
export interface SavePlan {
  /** New text of each file that changes. Null removes the file. */
  texts: Map<string, string | null>
  /** Images and files that no document uses anymore. */
  obsolete: string[]
  /** Ids that are in a file, and were never in the Content Lake. Their lines stay. */
  unknown: string[]
}

export interface SaveInput {
  /** Documents as the content has them, with ordered fields. */
  documents: readonly StoredDocument[]
  files: readonly ContentFile[]
  /** Returns whether the Content Lake had a document with this id. */
  wasDeleted: (id: string) => boolean
}

/**
 * Plans the files of a content folder: one for each document type, sorted by id.
 *
 * A line without a document in the Content Lake is removed only if the lake had that document once. Otherwise somebody
 * added it to the file and has not imported it yet.
 */
export function planSave({documents, files, wasDeleted}: SaveInput): SavePlan {
  const ids = new Set(documents.map(({_id}) => _id))
  const lines = new Map<string, Map<string, string>>(files.map(({name}) => [name, new Map()]))
  const add = (file: string, document: StoredDocument) => {
    const own = lines.get(file) ?? new Map<string, string>()
    own.set(document._id, `${JSON.stringify(document)}\n`)
    lines.set(file, own)
  }
  for (const document of documents) add(fileOf(document._type, files), document)
  const unknown: string[] = []
  for (const {name, documents: written} of files) {
    for (const document of written) {
      if (ids.has(document._id) || wasDeleted(document._id)) continue
      unknown.push(document._id)
      add(name, document)
    }
  }
  const texts = new Map<string, string | null>()
  for (const [name, own] of lines) {
    const text = [...own]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, line]) => line)
      .join('')
    const before = files.find((file) => file.name === name)?.text
    if (text !== (before ?? '')) texts.set(name, text === '' ? null : text)
  }
  return {texts, unknown, obsolete: obsoleteAssets(files, lines)}
}

function obsoleteAssets(
  files: readonly ContentFile[],
  lines: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string[] {
  const after = [...lines.values()].flatMap((own) => [...own.values()]).join('')
  const used = assetFilesIn(after)
  // Only what the documents named: a drawing beside its image is nobody's asset.
  const before = files.flatMap(({text}) => [...assetFilesIn(text)])
  return [...new Set(before)].filter((name) => !used.has(name)).toSorted()
}
