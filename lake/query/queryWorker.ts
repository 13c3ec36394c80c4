import {type MessagePort, parentPort, workerData} from 'node:worker_threads'
import {runWithin, TimeExceededError} from '../budget/runWithin.ts'
import {isStoredDocument} from '../document.ts'
import {tagsOfResult} from '../events/syncTags.ts'
import {QueryFault, QuerySyntaxFault} from '../faults.ts'
import {parseJson} from '../json.ts'
import {compileQuery, type Slice} from './compileQuery.ts'
import {Dataset} from './dataset.ts'
import {evaluateQuery} from './evaluateQuery.ts'
import type {
  QueryOutcome,
  QueryWorkerData,
  QueryWorkerMessage,
  QueryWorkerReply,
} from './queryMessages.ts'
import {resultSourceMap} from './sourceMap/resultSourceMap.ts'

/** On a busy machine, a query gets up to this many times its time. Only other queries wait for it. */
const patience = 6

/**
 * The program of a query worker: copies of datasets in a thread of its own, which evaluates one query at a
 * time. A query reads the copy of its dataset only. `queryThread.ts` starts it.
 */
function answerQueries(port: MessagePort, {maxResultBytes}: QueryWorkerData) {
  const copies = new Map<number, Dataset>()
  const copyOf = (key: number): Dataset => {
    const copy = copies.get(key) ?? new Dataset([])
    copies.set(key, copy)
    return copy
  }
  const encoder = new TextEncoder()

  const answer = ({
    key,
    name,
    request: {query, params, perspective, identity, now, sourceMap: arraySteps},
    milliseconds,
  }: QueryWorkerMessage & {type: 'query'}): QueryOutcome => {
    const started = performance.now()
    const slice: Slice = (job) => runWithin(milliseconds, job, {patience})
    // A stopped job must not leave a half-built index. Building one takes as long as a scan.
    const index = copyOf(key).index(perspective)
    const compiled = compileQuery(query, params, slice)
    const {json, mapJson, syncTags} = slice(() => {
      const context = {...name, identity, now: new Date(now)}
      const {result, dependencies} = evaluateQuery(compiled, params, index, context)
      const map =
        arraySteps && resultSourceMap(compiled, params, index, context, result, arraySteps)
      return {
        json: JSON.stringify(result),
        mapJson: map && JSON.stringify(map),
        syncTags: tagsOfResult(dependencies),
      }
    })
    const bytes = Buffer.byteLength(json) + Buffer.byteLength(mapJson ?? '')
    if (bytes > maxResultBytes) return {kind: 'result-size'}
    return {
      kind: 'result',
      result: encoder.encode(json),
      ...(mapJson && {sourceMap: encoder.encode(mapJson)}),
      syncTags,
      milliseconds: performance.now() - started,
    }
  }

  const reply = (message: QueryWorkerReply, transfer: ArrayBuffer[] = []) =>
    port.postMessage(message, transfer)

  port.on('message', (message: QueryWorkerMessage) => {
    if (message.type === 'sync') {
      reply({type: 'synced'})
      return
    }
    if (message.type === 'drop') {
      copies.delete(message.key)
      return
    }
    if (message.type === 'documents') {
      const documents = copyOf(message.key)
      const stored = parseJson(message.stored)
      for (const document of Array.isArray(stored) ? stored : []) {
        if (isStoredDocument(document)) documents.set(document._id, document)
      }
      for (const id of message.removed) documents.set(id, undefined)
      return
    }
    const outcome = outcomeOf(() => answer(message))
    reply({type: 'outcome', outcome}, outcome.kind === 'result' ? buffersOf(outcome) : [])
  })
}

function buffersOf({result, sourceMap}: QueryOutcome & {kind: 'result'}): ArrayBuffer[] {
  return sourceMap ? [result.buffer, sourceMap.buffer] : [result.buffer]
}

function outcomeOf(answer: () => QueryOutcome): QueryOutcome {
  try {
    return answer()
  } catch (error) {
    if (error instanceof TimeExceededError) return {kind: 'time'}
    if (error instanceof QuerySyntaxFault) {
      return {kind: 'syntax', message: error.message, start: error.start}
    }
    if (error instanceof QueryFault) return {kind: 'evaluation', message: error.message}
    // JSON longer than a string can be.
    if (error instanceof RangeError) return {kind: 'result-size'}
    throw error
  }
}

if (parentPort) answerQueries(parentPort, workerData)
