import {setImmediate} from 'node:timers/promises'
import {WorkQueue} from '../budget/workQueue.ts'
import type {StoredDocument} from '../document.ts'
import type {Engine} from '../engine.ts'
import {type ListenOptions, mutationEvents} from '../events/mutationEvents.ts'
import {SharedEvents} from '../events/sharedEvents.ts'
import {QueryBudgetFault} from '../faults.ts'
import {requestError} from '../http/apiError.ts'
import {flag, groqParams} from '../http/queryString.ts'
import {newRouter, type Router} from '../http/router.ts'
import type {Visitor} from '../http/visitor.ts'
import {reasonOf} from '../reasonOf.ts'
import {isBoundedFilter} from '../query/isBoundedFilter.ts'
import {withinBudget} from '../query/withinBudget.ts'
import type {Transaction} from '../store/store.ts'
import {compileQuery, type Slice} from '../query/compileQuery.ts'
import {evaluateQuery} from '../query/evaluateQuery.ts'
import {DocumentIndex} from '../query/documentIndex.ts'
import {isPublicId} from '../query/visibility.ts'

/** `/data/listen/:dataset`: an event for each mutation of a document that matches a filter. */
export function listenRoutes(engine: Engine): Router {
  // Filters that need a time limit. Between two of them, the lake serves other requests, so that a
  // thousand expensive listeners do not add up.
  const limited = new WorkQueue({
    concurrency: 1,
    maxWaiting: Number.POSITIVE_INFINITY,
    work: 'filters',
  })
  const shared = new SharedEvents()
  return newRouter().get('/:apiVersion/data/listen/:dataset', (context) => {
    const url = new URL(context.req.url)
    const query = url.searchParams.get('query')
    if (!query) throw requestError(400, 'The parameter "query" is missing')
    const {options, isBounded, slice} = listenerOf(url, query, context.var.visitor, engine)
    const resumable = flag(url, 'enableResume', false)
    // @sanity/eventsource sends it in the address.
    const lastEventId = context.req.header('last-event-id') ?? url.searchParams.get('lastEventId')
    const lastSeen = resumable ? lastEventId : undefined
    return engine.streams.open((stream) => {
      const listenerName = engine.makeId()
      const missed = lastSeen ? engine.feed.since(lastSeen.split('#')[0] ?? '') : undefined
      if (!lastSeen) stream.send({event: 'welcome', data: {listenerName}})
      else if (!missed) stream.send({event: 'reset', data: {listenerName}})
      else stream.send({event: 'welcomeback', data: {listenerName}})
      let isOpen = true
      const send = (transaction: Transaction) => {
        if (!isOpen) return
        try {
          const matches = isBounded
            ? options.matches
            : slice(() => matchesIn(transaction, options.matches))
          const events = mutationEvents(transaction, {...options, matches}, shared)
          for (const event of events) stream.send(event)
        } catch (error) {
          // A filter that parses can still use a feature that groq-js lacks, or take too long.
          const message = reasonOf(error)
          stream.send({event: 'channelError', data: {message}})
          stream.end()
        }
      }
      const notify = (transaction: Transaction) => {
        if (isBounded) send(transaction)
        else void limited.run(() => setImmediate().then(() => send(transaction)))
      }
      for (const transaction of missed ?? []) notify(transaction)
      const unsubscribe = engine.feed.subscribe(notify)
      return () => {
        isOpen = false
        unsubscribe()
      }
    })
  })
}

/** groq-js parses a filter of this length in 50 ms, and a longer one in quadratic time. */
const maxFilterCharacters = 8_000

/** Applies a filter to a transaction's documents, and returns a filter that knows the results. */
function matchesIn(
  {changes}: Transaction,
  matches: ListenOptions['matches'],
): ListenOptions['matches'] {
  const matching = new Set<StoredDocument>()
  for (const {before, after} of changes) {
    for (const document of [before, after]) {
      if (document && matches(document)) matching.add(document)
    }
  }
  return (document) => matching.has(document)
}

interface Listener {
  options: ListenOptions
  /** Whether the filter is quick with any document. */
  isBounded: boolean
  /** Limits the time for the events of one transaction. */
  slice: Slice
}

function listenerOf(url: URL, query: string, visitor: Visitor, engine: Engine): Listener {
  const params = groqParams(url)
  if (query.length > maxFilterCharacters) {
    const message = `The filter has ${query.length} characters. The limit is ${maxFilterCharacters}.`
    throw new QueryBudgetFault(query, 'text', message)
  }
  const slice: Slice = (job) => withinBudget(query, engine.limits.listenerFilterMilliseconds, job)
  // Fails here with a position, instead of at the first mutation.
  const compiled = compileQuery(query, params, slice)
  const matches = (document: StoredDocument) => {
    if (visitor.role === 'none' && !isPublicId(document._id)) return false
    const index = new DocumentIndex()
    index.put(document)
    const {result} = evaluateQuery(compiled, params, index, {
      projectId: engine.projectId,
      dataset: engine.dataset,
      identity: visitor.id,
      now: engine.clock.now(),
    })
    return Array.isArray(result) ? result.length > 0 : result === true || isDocument(result)
  }
  const options = {
    includeResult: flag(url, 'includeResult', false),
    includePreviousRevision: flag(url, 'includePreviousRevision', false),
    includeMutations: flag(url, 'includeMutations', true),
    includeAllVersions: flag(url, 'includeAllVersions', false),
    effects: url.searchParams.get('effectFormat') === 'mendoza',
    // Without a token, a client sees what is published, and not who wrote which part of it.
    includeAuthor: visitor.role !== 'none',
    matches,
  }
  return {options, isBounded: isBoundedFilter(compiled.tree), slice}
}

function isDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
