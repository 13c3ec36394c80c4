import {exportedAsset} from '../assets/assetOrigin.ts'
import {AnswerBudget} from '../budget/answerBudget.ts'
import type {StoredDocument} from '../document.ts'
import type {Engine} from '../engine.ts'
import {flag} from '../http/queryString.ts'
import {inChunks} from '../http/inChunks.ts'
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
      return new Response(inChunks(answer(matches, omitted)), {
        headers: {'content-type': 'application/json'},
      })
    })
    .get('/:apiVersion/data/export/:dataset', (context) => {
      requireRole(context.var.visitor, 'read')
      const url = new URL(context.req.url)
      const types = url.searchParams.get('types')?.split(',')
      const documents = engine.documents.raw
        .all()
        .filter(({_type}) => !types || types.includes(_type))
      return new Response(inChunks(lines(documents, url)), {
        headers: {'content-type': 'application/x-ndjson'},
      })
    })
}

/** Each document on its line. A snapshot: writes during the export do not change it. */
function* lines(documents: readonly StoredDocument[], url: URL) {
  for (const document of documents) yield `${JSON.stringify(exportedAsset(document, url))}\n`
}

function* answer(documents: Iterable<StoredDocument>, omitted: unknown) {
  let separator = '{"documents":['
  for (const document of documents) {
    yield separator + JSON.stringify(document)
    separator = ','
  }
  yield `${separator === ',' ? '' : separator}],"omitted":${JSON.stringify(omitted)}}`
}
