import {
  type ContentSourceMap,
  type ContentSourceMapParsedPath,
  jsonPathToStudioPath,
  parseJsonPath,
  resolveMapping,
  studioPath,
  walkMap,
} from '@sanity/client/csm'
import type {StoredDocument} from '../../../../lake/document.ts'

export interface Leaves {
  /** Paths in the result that the source map leads to another value. */
  wrong: string[]
  /** Values of documents that it does not lead to any document. */
  unmapped: string[]
  mapped: number
}

/**
 * Follows the source map from each value of a result to the document, as `@sanity/client` does for stega.
 *
 * @param isContent whether a value occurs in documents only, so that it must be mapped
 */
export function followLeaves(
  result: unknown,
  map: ContentSourceMap,
  documents: readonly StoredDocument[],
  isContent: (value: unknown) => boolean,
): Leaves {
  const leaves: Leaves = {wrong: [], unmapped: [], mapped: 0}
  walkMap(result, (value, path) => {
    const source = followPath(path, map)
    if (!source) {
      if (isContent(value)) leaves.unmapped.push(JSON.stringify(path))
      return value
    }
    leaves.mapped++
    const original = documents.find(({_id}) => _id === source.documentId)
    const view = original && {...original, _originalId: original._id}
    const at: unknown = view && studioPath.get(view, jsonPathToStudioPath(source.path))
    if (at !== value && !isPublishedId(value, at, source.path)) {
      leaves.wrong.push(`${JSON.stringify(path)} is ${String(value)}, its source ${String(at)}`)
    }
    return value
  })
  return leaves
}

function followPath(path: ContentSourceMapParsedPath, map: ContentSourceMap) {
  const resolved = resolveMapping(path, map)
  if (resolved?.mapping.source.type !== 'documentValue') return undefined
  const {document, path: sourcePath} = resolved.mapping.source
  const rest = path.slice(parseJsonPath(resolved.matchedPath).length)
  return {
    documentId: map.documents[document]?._id,
    path: [...parseJsonPath(map.paths[sourcePath] ?? ''), ...rest],
  }
}

/** In a perspective, the `_id` of a draft is the published one. */
function isPublishedId(value: unknown, original: unknown, path: ContentSourceMapParsedPath) {
  return path.length === 1 && path[0] === '_id' && String(original).endsWith(`.${String(value)}`)
}
