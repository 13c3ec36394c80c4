import {variantOf} from '../documentId.ts'
import type {Engine} from '../engine.ts'
import {SharedEvents} from '../events/sharedEvents.ts'
import {tagsOfChanges} from '../events/syncTags.ts'
import {flag} from '../http/queryString.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {isPublicId} from '../query/visibility.ts'
import type {Change, Transaction} from '../store/store.ts'

/** `/data/live/events/:dataset`: the sync tags of each change, so that clients refresh their results. */
export function liveRoutes(engine: Engine): Router {
  const shared = new SharedEvents()
  return newRouter().get('/:apiVersion/data/live/events/:dataset', (context) => {
    const url = new URL(context.req.url)
    // The name in the documentation, and the one that @sanity/client sends.
    const includeDrafts =
      flag(url, 'includeAllDocuments', false) || flag(url, 'includeDrafts', false)
    if (includeDrafts) requireRole(context.var.visitor, 'read')
    const isAnonymous = context.var.visitor.role === 'none'
    const isVisible = ({documentId}: Change) => {
      if (isAnonymous) return isPublicId(documentId)
      return includeDrafts || variantOf(documentId).kind === 'published'
    }
    const audience = [isAnonymous, includeDrafts].join()
    const lastSeen = context.req.header('last-event-id') ?? url.searchParams.get('lastEventId')
    return engine.streams.open((stream) => {
      const missed = lastSeen ? engine.feed.since(lastSeen) : []
      stream.send({
        event: missed ? 'welcome' : 'restart',
        id: missed ? (lastSeen ?? engine.feed.cursor) : engine.feed.cursor,
        data: {},
      })
      const notify = (transaction: Transaction) => {
        const {id, changes} = transaction
        const visible = changes.filter(isVisible)
        if (visible.length === 0) return
        const event = () => ({id, data: {tags: tagsOfChanges(visible)}})
        stream.send(shared.encode(transaction, audience, event))
      }
      for (const transaction of missed ?? []) notify(transaction)
      return engine.feed.subscribe(notify)
    })
  })
}
