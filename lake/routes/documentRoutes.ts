import {AnswerBudget} from '../budget/answerBudget.ts'
import type {StoredDocument} from '../document.ts'
import type {Engine} from '../engine.ts'
import {flag} from '../http/queryString.ts'
import {requestedNames} from '../http/requestedNames.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {isPublicId} from '../query/visibility.ts'

/** `/data/doc/:dataset/:ids` and `/data/export/:dataset`: documents as stored. */
export function documentRoutes(engine: Engine): Router {
  return newRouter()
    .get('/:apiVersion/data/doc/:dataset/:ids', (context) => {
      const url = new URL(context.req.url)
      const {visitor} = context.var
      const matches = new Set<StoredDocument>()
      const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
      for (const id of requestedNames(context.req.param('ids'))) {
        const all = flag(url, 'includeAllVersions', false)
        const documents = all ? engine.documents.variants(id) : [engine.documents.raw.byId(id)]
        const stored = documents.filter((document) => document !== undefined)
        const visible = stored.filter(({_id}) => visitor.role !== 'none' || isPublicId(_id))
        for (const document of visible) matches.add(document)
        if (stored.length === 0) omitted.push({id, reason: 'existence'})
        else if (visible.length === 0) omitted.push({id, reason: 'permission'})
      }
      if (flag(url, 'excludeContent', false)) return context.json({documents: [], omitted})
      const budget = new AnswerBudget(engine.limits.queryResultBytes)
      for (const document of matches) budget.addDocument(document)
      return context.json({documents: [...matches], omitted})
    })
    .get('/:apiVersion/data/export/:dataset', (context) => {
      requireRole(context.var.visitor, 'read')
      const types = new URL(context.req.url).searchParams.get('types')?.split(',')
      return new Response(lines(engine.documents.raw.all(), types), {
        headers: {'content-type': 'application/x-ndjson'},
      })
    })
}

/** Bytes of a chunk of a response. The last document of a chunk may exceed them. */
const chunkBytes = 1_000_000

/** Streams a snapshot of the documents: writes during the export do not change it. */
function lines(documents: readonly StoredDocument[], types: string[] | undefined) {
  const snapshot = documents.filter(({_type}) => !types || types.includes(_type))
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk: Uint8Array[] = []
      for (let bytes = 0; bytes < chunkBytes; next++) {
        const document = snapshot[next]
        if (!document) break
        const line = encoder.encode(`${JSON.stringify(document)}\n`)
        chunk.push(line)
        bytes += line.byteLength
      }
      if (chunk.length === 0) controller.close()
      else controller.enqueue(Buffer.concat(chunk))
    },
  })
}
