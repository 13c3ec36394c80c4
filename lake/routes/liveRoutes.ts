import {variantOf} from '../documentId.ts'
import type {Engine} from '../engine.ts'
import {eventStream} from '../events/sse.ts'
import {tagsOfChanges} from '../events/syncTags.ts'
import {flag} from '../http/queryString.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import type {Transaction} from '../store/store.ts'

/** `/data/live/events/:dataset`: the tags of what changed, for clients that hold query results. */
export function liveRoutes(engine: Engine): Router {
  return newRouter().get('/:apiVersion/data/live/events/:dataset', (context) => {
    const includeDrafts = flag(new URL(context.req.url), 'includeDrafts', false)
    if (includeDrafts) requireRole(context.var.visitor, 'read')
    const lastSeen = context.req.header('last-event-id')
    return eventStream((stream) => {
      const missed = lastSeen ? engine.feed.since(lastSeen) : []
      stream.send({
        event: missed ? 'welcome' : 'restart',
        id: missed ? (lastSeen ?? engine.feed.cursor) : engine.feed.cursor,
        data: {},
      })
      const tell = ({id, changes}: Transaction) => {
        const seen = includeDrafts
          ? changes
          : changes.filter((change) => variantOf(change.documentId).kind === 'published')
        if (seen.length > 0) stream.send({id, data: {tags: tagsOfChanges(seen)}})
      }
      for (const transaction of missed ?? []) tell(transaction)
      return engine.feed.follow(tell)
    })
  })
}
