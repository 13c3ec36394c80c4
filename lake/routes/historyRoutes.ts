import {AnswerBudget} from '../budget/answerBudget.ts'
import {latestPlausibleTime} from '../clock.ts'
import {releaseDocumentId} from '../documentId.ts'
import type {Engine} from '../engine.ts'
import {differencesSince, type Difference, historyBegins} from '../history/differences.ts'
import {documentEvents} from '../history/documentEvents.ts'
import {documentEffects} from '../history/mendoza.ts'
import {releaseEvents} from '../history/releaseEvents.ts'
import {requestError} from '../http/apiError.ts'
import {flag} from '../http/queryString.ts'
import {requestedNames} from '../http/requestedNames.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {parseInstant} from '../instant.ts'
import type {StoredDocument} from '../document.ts'
import type {LoggedTransaction} from '../store/store.ts'

const maxTransactions = 1000

/** `/data/history/:dataset`: events, transactions and earlier revisions of documents. */
export function historyRoutes(engine: Engine): Router {
  const {store} = engine
  return (
    newRouter()
      .get('/:apiVersion/data/history/:dataset/events/documents/:id', (context) => {
        requireRole(context.var.visitor, 'read')
        const id = context.req.param('id')
        const events = documentEvents(engine, id)
        const {page, nextCursor} = paginate(events, new URL(context.req.url))
        return context.json({events: {[id]: page}, nextCursor})
      })
      .get('/:apiVersion/data/history/:dataset/events/releases/:name', (context) => {
        requireRole(context.var.visitor, 'read')
        const name = context.req.param('name')
        const ids = [releaseDocumentId(name), ...store.knownIds(`versions.${name}.`)]
        const events = eventsOf(store.transactions(ids, {reverse: true}), (transaction) =>
          releaseEvents(transaction, name),
        )
        const {page, nextCursor} = paginate(events, new URL(context.req.url))
        return context.json({events: page, nextCursor})
      })
      .get('/:apiVersion/data/history/:dataset/transactions/:ids', (context) => {
        requireRole(context.var.visitor, 'read')
        const url = new URL(context.req.url)
        const ids = requestedNames(context.req.param('ids'))
        const transactions = store.transactions(ids, {
          from: url.searchParams.get('fromTransaction') ?? '',
          to: url.searchParams.get('toTransaction') ?? '',
          limit: Math.min(positive(url.searchParams.get('limit'), 100), maxTransactions),
          reverse: flag(url, 'reverse', false),
        })
        const budget = new AnswerBudget(engine.limits.queryResultBytes)
        const lines: string[] = []
        for (const entry of transactions) {
          const line = `${JSON.stringify(logEntry(entry, url, ids))}\n`
          budget.addBytes(Buffer.byteLength(line))
          lines.push(line)
        }
        return new Response(lines.join(''), {headers: {'content-type': 'application/x-ndjson'}})
      })
      // The hosted service has no history of a whole dataset.
      .get('/:apiVersion/data/history/:dataset/differences', (context) => {
        requireRole(context.var.visitor, 'read')
        const time = instant(new URL(context.req.url).searchParams.get('time') ?? '')
        const begins = historyBegins(store) ?? null
        if (begins === null || time < begins) return context.json({begins, differences: []})
        const budget = new AnswerBudget(engine.limits.queryResultBytes)
        const differences: Difference[] = []
        for (const difference of differencesSince(engine, time)) {
          if (difference.before) budget.addDocument(difference.before)
          differences.push(difference)
        }
        return context.json({begins, differences})
      })
      .get('/:apiVersion/data/history/:dataset/documents/:ids', (context) => {
        requireRole(context.var.visitor, 'read')
        const {searchParams} = new URL(context.req.url)
        const revision = searchParams.get('revision')
        const time = searchParams.get('time')
        const latest = latestPlausibleTime(engine.clock)
        const read = (id: string) => {
          if (revision) return store.revision(id, revision)
          if (searchParams.get('lastRevision') === 'true') return store.lastRevision(id)
          if (time === null) return engine.documents.raw.byId(id)
          return store.revisionAt(id, instant(time), latest)
        }
        const budget = new AnswerBudget(engine.limits.queryResultBytes)
        const documents: StoredDocument[] = []
        for (const id of requestedNames(context.req.param('ids'))) {
          const document = read(id)
          if (!document) continue
          budget.addDocument(document)
          documents.push(document)
        }
        return context.json({documents})
      })
  )
}

function logEntry(transaction: LoggedTransaction, url: URL, ids: readonly string[]) {
  const requestedOnly = flag(url, 'includeIdentifiedDocumentsOnly', false)
  const changes = transaction.changes.filter(
    ({documentId}) => !requestedOnly || ids.includes(documentId),
  )
  return {
    id: transaction.id,
    timestamp: transaction.timestamp,
    author: transaction.author,
    documentIDs: changes.map(({documentId}) => documentId),
    ...(!flag(url, 'excludeMutations', false) && {
      mutations: changes.flatMap(({mutations}) => mutations),
    }),
    ...(url.searchParams.get('effectFormat') === 'mendoza' && {
      effects: Object.fromEntries(
        changes.map((change) => [change.documentId, documentEffects(change)]),
      ),
    }),
  }
}

function* eventsOf<Event>(
  transactions: Iterable<LoggedTransaction>,
  eventsIn: (transaction: LoggedTransaction) => Event[],
): Generator<Event> {
  for (const transaction of transactions) yield* eventsIn(transaction)
}

/** Reads the events up to the first one after the page. A long history is never in memory as a whole. */
function paginate<Event>(events: Iterable<Event>, {searchParams}: URL) {
  const start = positive(searchParams.get('nextCursor'), 0)
  const end = start + Math.min(positive(searchParams.get('limit'), 100), maxTransactions)
  const page: Event[] = []
  let index = 0
  for (const event of events) {
    if (index === end) return {page, nextCursor: String(end)}
    if (index >= start) page.push(event)
    index++
  }
  return {page, nextCursor: ''}
}

function positive(text: string | null, fallback: number): number {
  const number = Number(text ?? Number.NaN)
  return Number.isInteger(number) && number >= 0 ? number : fallback
}

function instant(text: string): string {
  const time = parseInstant(text)
  if (time === undefined) throw requestError(400, `"${text}" is not an ISO 8601 time`)
  return new Date(time).toISOString()
}
