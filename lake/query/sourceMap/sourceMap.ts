import {isObject, jsonEqual} from '../../json.ts'
import type {StoredDocument} from '../../document.ts'
import {jsonPathStep} from './jsonPath.ts'
import {
  type Annotated,
  attributeOf,
  type FindDocument,
  itemOrigin,
  type SourcePath,
} from './origin.ts'
import {type ArraySteps, PathResolver} from './pathResolver.ts'

/** https://www.sanity.io/docs/visual-editing/content-source-maps */
export interface ContentSourceMap {
  documents: {_id: string; _type: string}[]
  /** Normalized JSONPaths in documents. */
  paths: string[]
  /** By normalized JSONPath in the result. */
  mappings: Record<string, {type: 'value'; source: Source}>
}

type Source =
  /** Indexes of `documents` and `paths`. */
  {type: 'documentValue'; document: number; path: number} | {type: 'literal'} | {type: 'unknown'}

export interface SourceMapOptions {
  arraySteps: ArraySteps
  findDocument: FindDocument
}

/**
 * Returns the source map of a result.
 *
 * A value that is in a document with all that it contains has one mapping. Each attribute of a document
 * has its own, because a perspective changes `_id`. Values that are null have none, as on the hosted
 * service.
 */
export function sourceMap(annotated: Annotated, options: SourceMapOptions): ContentSourceMap {
  const builder = new SourceMapBuilder(options)
  builder.add(annotated, '$')
  return builder.map
}

class SourceMapBuilder {
  readonly map: ContentSourceMap = {documents: [], paths: [], mappings: {}}
  readonly #findDocument: FindDocument
  readonly #resolver: PathResolver
  readonly #documents = new Map<StoredDocument, number>()
  readonly #paths = new Map<string, number>()

  constructor({arraySteps, findDocument}: SourceMapOptions) {
    this.#findDocument = findDocument
    this.#resolver = new PathResolver(arraySteps)
  }

  add({value, origin}: Annotated, path: string) {
    if (value === null || value === undefined) return
    switch (origin.kind) {
      case 'document':
        if (origin.path) this.#addValue(value, origin.document, origin.path, path)
        else this.#addChildren({value, origin}, path)
        return
      case 'object':
      case 'array':
      case 'documents':
        this.#addChildren({value, origin}, path)
        return
      default:
        this.#addMapping(path, {type: origin.kind})
    }
  }

  #addChildren({value, origin}: Annotated, path: string) {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const step = `${path}${jsonPathStep(index)}`
        this.add({value: item, origin: itemOrigin(origin, value, index, this.#findDocument)}, step)
      }
      return
    }
    if (!isObject(value)) return
    for (const name of Object.keys(value)) {
      this.add(attributeOf({value, origin}, name), `${path}${jsonPathStep(name)}`)
    }
  }

  #addValue(value: unknown, document: StoredDocument, source: SourcePath, path: string) {
    const resolved = this.#resolver.resolve(document, source)
    // Better no mapping than one to another value.
    if (resolved.value !== value && !jsonEqual(resolved.value, value)) {
      this.#addMapping(path, {type: 'unknown'})
      return
    }
    this.#addMapping(path, {
      type: 'documentValue',
      document: this.#documentIndex(document),
      path: this.#pathIndex(resolved.jsonPath),
    })
  }

  #addMapping(path: string, source: Source) {
    this.map.mappings[path] = {type: 'value', source}
  }

  #documentIndex(document: StoredDocument): number {
    const known = this.#documents.get(document)
    if (known !== undefined) return known
    const {_id, _type, _originalId} = document
    // In a perspective, `_id` is the published id, and the draft that is mapped has this one.
    this.map.documents.push({_id: typeof _originalId === 'string' ? _originalId : _id, _type})
    this.#documents.set(document, this.#documents.size)
    return this.#documents.size - 1
  }

  #pathIndex(path: string): number {
    const known = this.#paths.get(path)
    if (known !== undefined) return known
    this.map.paths.push(path)
    this.#paths.set(path, this.#paths.size)
    return this.#paths.size - 1
  }
}
