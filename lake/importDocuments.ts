import type {Engine} from './engine.ts'
import {ImportError, type ImportProblem} from './errors.ts'
import {invalidIdReason} from './documentId.ts'
import {isFault} from './faults.ts'
import {isObject, type JsonObject, parseJson} from './json.ts'
import {isTooDeep, maxDepth} from './mutations/depth.ts'
import {referencesIn} from './query/references.ts'
import {reasonOf} from './reasonOf.ts'

/** A file for `lake.import`. */
export interface ImportSource {
  /** The file name, for error messages. */
  file: string
  /** Newline-delimited JSON, the format of `sanity dataset import`. */
  text: string
}

interface Line {
  file: string
  line: number
  document: JsonObject
}

/**
 * Stores the documents of all sources in one transaction. Replaces documents that exist.
 *
 * @returns the number of documents
 * @throws ImportError with every invalid line. Nothing is stored then.
 */
export function importDocuments(engine: Engine, sources: readonly ImportSource[]): number {
  const invalid: ImportProblem[] = []
  const lines = sources.flatMap((source) => readLines(source, invalid))
  const problems = [...invalid, ...duplicates(lines), ...dangling(lines, engine)]
  if (problems.length > 0) throw new ImportError(problems)
  try {
    engine.transactor.transact(
      (run) => void run(lines.map(({document}) => ({createOrReplace: document}))),
      {author: '<import>', autoGenerateArrayKeys: true},
    )
  } catch (error) {
    if (!isFault(error)) throw error
    throw new ImportError([{file: sources[0]?.file ?? '', line: 1, message: error.message}])
  }
  return lines.length
}

function readLines({file, text}: ImportSource, problems: ImportProblem[]): Line[] {
  return text.split('\n').flatMap((raw, index) => {
    const line = index + 1
    if (raw.trim() === '') return []
    const parsed = tryParse(raw)
    if ('problem' in parsed) {
      problems.push({file, line, message: parsed.problem})
      return []
    }
    return {file, line, document: parsed.document}
  })
}

function tryParse(raw: string): {document: JsonObject} | {problem: string} {
  try {
    const value = parseJson(raw)
    if (!isObject(value)) return {problem: 'is not a JSON object'}
    const problem = documentProblem(value)
    return problem ? {problem} : {document: value}
  } catch (error) {
    return {problem: `is not JSON: ${reasonOf(error)}`}
  }
}

function documentProblem(document: JsonObject): string | undefined {
  const {_id: id, _type: type} = document
  if (isTooDeep(document)) return `nests attributes more than ${maxDepth} levels deep`
  if (typeof type !== 'string' || type === '') return 'has no "_type". Every document needs one'
  // Without an id, each import of the same file would add another copy of the document.
  if (typeof id !== 'string' || id === '')
    return 'has no "_id". Without one, another import would add a copy'
  const reason = invalidIdReason(id)
  return reason && `its "_id" "${id}" ${reason}`
}

function duplicates(lines: readonly Line[]): ImportProblem[] {
  const first = new Map<unknown, Line>()
  return lines.flatMap(({file, line, document}) => {
    const earlier = first.get(document._id)
    if (!earlier) {
      first.set(document._id, {file, line, document})
      return []
    }
    const message = `its "_id" "${String(document._id)}" is already used in ${earlier.file}:${earlier.line}`
    return {file, line, message}
  })
}

function dangling(lines: readonly Line[], engine: Engine): ImportProblem[] {
  const ids = new Set(lines.map(({document}) => document._id))
  return lines.flatMap(({file, line, document}) =>
    referencesIn(document)
      .filter(({to, weak}) => !weak && !ids.has(to) && !engine.documents.raw.byId(to))
      .map(({to}) => ({file, line, message: `refers to "${to}", which does not exist`})),
  )
}
