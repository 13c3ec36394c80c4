import type {StoredDocument} from '../document.ts'
import type {Engine} from '../engine.ts'
import {flag} from '../http/queryString.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {isPublicId} from '../query/visibility.ts'

/** `/data/doc/:dataset/:ids` and `/data/export/:dataset`: documents as stored. */
export function documentRoutes(engine: Engine): Router {
  return newRouter()
    .get('/:apiVersion/data/doc/:dataset/:ids', (context) => {
      const url = new URL(context.req.url)
      const {visitor} = context.var
      const matches: StoredDocument[] = []
      const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
      for (const id of context.req.param('ids').split(',')) {
        const all = flag(url, 'includeAllVersions', false)
        const documents = all ? engine.documents.variants(id) : [engine.documents.raw.byId(id)]
        const stored = documents.filter((document) => document !== undefined)
        const visible = stored.filter(({_id}) => visitor.role !== 'none' || isPublicId(_id))
        for (const document of visible) matches.push(document)
        if (stored.length === 0) omitted.push({id, reason: 'existence'})
        else if (visible.length === 0) omitted.push({id, reason: 'permission'})
      }
      return context.json({
        documents: flag(url, 'excludeContent', false) ? [] : matches,
        omitted,
      })
    })
    .get('/:apiVersion/data/export/:dataset', (context) => {
      requireRole(context.var.visitor, 'read')
      const types = new URL(context.req.url).searchParams.get('types')?.split(',')
      return new Response(lines(engine.documents.raw.all(), types), {
        headers: {'content-type': 'application/x-ndjson'},
      })
    })
}

/** Documents in each chunk of a response: about a megabyte. */
const chunkSize = 500

/** Streams a snapshot of the documents: writes during the export do not change it. */
function lines(documents: readonly StoredDocument[], types: string[] | undefined) {
  const snapshot = documents.filter(({_type}) => !types || types.includes(_type))
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (next >= snapshot.length) {
        controller.close()
        return
      }
      const part = snapshot.slice(next, (next += chunkSize))
      controller.enqueue(
        encoder.encode(part.map((document) => `${JSON.stringify(document)}\n`).join('')),
      )
    },
  })
}
