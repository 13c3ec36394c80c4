import {AnswerBudget} from '../budget/answerBudget.ts'
import type {Engine} from '../engine.ts'
import {flag} from '../http/queryString.ts'
import {readJson} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {type Mutation, parseMutations} from '../mutations/mutation.ts'
import {QueryTurns} from '../mutations/queryTurns.ts'
import type {TransactionBody} from '../transactor.ts'

/** `/data/mutate/:dataset`: runs mutations in one transaction. */
export function mutateRoutes(engine: Engine): Router {
  const turns = new QueryTurns({milliseconds: engine.limits.mutationQueryMilliseconds})
  return newRouter().post('/:apiVersion/data/mutate/:dataset', async (context) => {
    const {visitor} = context.var
    requireRole(visitor, 'write')
    const url = new URL(context.req.url)
    const {mutations, transactionId} = parseMutations(await readJson(context.req.raw))
    const purge = mutations.flatMap((mutation) =>
      'delete' in mutation && 'id' in mutation.delete && mutation.delete.purge
        ? mutation.delete.id
        : [],
    )
    const withDocuments = flag(url, 'returnDocuments', false)
    const body: TransactionBody = (run, staging) => {
      const results = run(mutations)
      if (!withDocuments) return
      // Before the transaction is stored: its client must not get an error afterwards.
      const budget = new AnswerBudget(engine.limits.queryResultBytes)
      for (const {id} of results) {
        const document = staging.get(id)
        if (document) budget.addDocument(document)
      }
    }
    const options = {
      transactionId,
      author: visitor.id,
      dryRun: flag(url, 'dryRun', false),
      autoGenerateArrayKeys: flag(url, 'autoGenerateArrayKeys', false),
      purge,
    }
    const result = mutations.some(hasQuery)
      ? await turns.run((queryMilliseconds) =>
          engine.transactor.transact(body, {...options, queryMilliseconds}),
        )
      : engine.transactor.transact(body, options)
    const after = new Map(result.changes.map((change) => [change.documentId, change.after]))
    const withIds = flag(url, 'returnIds', false)
    return context.json({
      transactionId: result.transactionId,
      results: result.results.map(({id, operation}) => ({
        ...(withIds && {id}),
        operation,
        ...(withDocuments && {document: after.get(id) ?? engine.documents.raw.byId(id) ?? null}),
      })),
    })
  })
}

function hasQuery(mutation: Mutation): boolean {
  if ('delete' in mutation) return 'query' in mutation.delete
  return 'patch' in mutation && 'query' in mutation.patch
}
