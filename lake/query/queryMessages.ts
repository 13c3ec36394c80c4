import type {DatasetName} from '../datasets/datasetName.ts'
import type {Perspective} from './perspective.ts'
import type {JsonObject} from '../json.ts'
import type {ArraySteps} from './sourceMap/pathResolver.ts'

/** A GROQ query of a client. */
export interface QueryRequest {
  query: string
  params: JsonObject
  perspective: Perspective
  /** The result of `identity()`. */
  identity: string
  /** The result of `now()`, in milliseconds. */
  now: number
  /** Requests a source map. */
  sourceMap?: ArraySteps
}

/** The data that a query worker starts with. */
export interface QueryWorkerData {
  maxResultBytes: number
}

/** What a query worker receives. It handles messages in their order, so a query sees every earlier write. */
export type QueryWorkerMessage =
  | {
      type: 'documents'
      /** Identifies the copy. */
      key: number
      /** A JSON array of documents to store. */
      stored: string
      /** Ids of documents to remove. */
      removed: readonly string[]
    }
  /** Removes the copy of a dataset. */
  | {type: 'drop'; key: number}
  /** Requests `synced`, which says that the worker handled all earlier messages. */
  | {type: 'sync'}
  | {
      type: 'query'
      /** The copy that the query reads. */
      key: number
      name: DatasetName
      request: QueryRequest
      /** The time that the query may take. */
      milliseconds: number
    }

/** What a query led to. */
export type QueryOutcome =
  | {
      kind: 'result'
      /** JSON in UTF-8. */
      result: Uint8Array<ArrayBuffer>
      /** The requested source map, as JSON in UTF-8. */
      sourceMap?: Uint8Array<ArrayBuffer>
      syncTags: string[]
      /** The time that it took. */
      milliseconds: number
    }
  /** It does not parse. `start` is the 0-based index of the character. */
  | {kind: 'syntax'; message: string; start: number}
  /** It uses a feature that groq-js lacks. */
  | {kind: 'evaluation'; message: string}
  | {kind: 'time'}
  | {kind: 'memory'}
  | {kind: 'result-size'}

/** What a query worker sends: a reply to each `sync` and `query`, in their order. */
export type QueryWorkerReply = {type: 'synced'} | {type: 'outcome'; outcome: QueryOutcome}
