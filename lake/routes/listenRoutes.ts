import type {StoredDocument} from '../document.ts'
import type {Engine} from '../engine.ts'
import {type ListenOptions, mutationEvents} from '../events/mutationEvents.ts'
import {SharedEvents} from '../events/sharedEvents.ts'
import {requestError} from '../http/apiError.ts'
import {flag, groqParams} from '../http/queryString.ts'
import {newRouter, type Router} from '../http/router.ts'
import type {Visitor} from '../http/visitor.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Transaction} from '../store/store.ts'
import {compileQuery} from '../query/compileQuery.ts'
import {evaluateQuery} from '../query/evaluateQuery.ts'
import {DocumentIndex} from '../query/documentIndex.ts'
import {isPublicId} from '../query/visibility.ts'

/** `/data/listen/:dataset`: an event for each mutation of a document that matches a filter. */
export function listenRoutes(engine: Engine): Router {
  const shared = new SharedEvents()
  return newRouter().get('/:apiVersion/data/listen/:dataset', (context) => {
    const url = new URL(context.req.url)
    const query = url.searchParams.get('query')
    if (!query) throw requestError(400, 'The parameter "query" is missing')
    const options = optionsOf(url, query, context.var.visitor, engine)
    const resumable = flag(url, 'enableResume', false)
    const lastSeen = resumable ? context.req.header('last-event-id') : undefined
    return engine.streams.open((stream) => {
      const listenerName = engine.makeId()
      const missed = lastSeen ? engine.feed.since(lastSeen.split('#')[0] ?? '') : undefined
      if (!lastSeen) stream.send({event: 'welcome', data: {listenerName}})
      else if (!missed) stream.send({event: 'reset', data: {listenerName}})
      else stream.send({event: 'welcomeback', data: {listenerName}})
      const notify = (transaction: Transaction) => {
        try {
          for (const event of mutationEvents(transaction, options, shared)) stream.send(event)
        } catch (error) {
          // A filter that parses can still use a feature that groq-js lacks.
          const message = reasonOf(error)
          stream.send({event: 'channelError', data: {message}})
          stream.end()
        }
      }
      for (const transaction of missed ?? []) notify(transaction)
      return engine.feed.subscribe(notify)
    })
  })
}

function optionsOf(url: URL, query: string, visitor: Visitor, engine: Engine): ListenOptions {
  const params = groqParams(url)
  // Fails here with a position, instead of at the first mutation.
  compileQuery(query, params)
  const matches = (document: StoredDocument) => {
    if (visitor.role === 'none' && !isPublicId(document._id)) return false
    const index = new DocumentIndex()
    index.put(document)
    const {result} = evaluateQuery(query, params, index, {
      projectId: engine.projectId,
      dataset: engine.dataset,
      identity: visitor.id,
      now: engine.clock.now(),
    })
    return Array.isArray(result) ? result.length > 0 : result === true || isDocument(result)
  }
  return {
    includeResult: flag(url, 'includeResult', false),
    includePreviousRevision: flag(url, 'includePreviousRevision', false),
    includeMutations: flag(url, 'includeMutations', true),
    includeAllVersions: flag(url, 'includeAllVersions', false),
    effects: url.searchParams.get('effectFormat') === 'mendoza',
    matches,
  }
}

function isDocument(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
