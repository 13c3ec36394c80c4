import {parseActions} from '../actions/action.ts'
import {planAction} from '../actions/runAction.ts'
import type {Engine} from '../engine.ts'
import {flag} from '../http/queryString.ts'
import {readJson} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'

/** `/data/actions/:dataset`: what an editor does, rather than what changes. */
export function actionRoutes(engine: Engine): Router {
  return newRouter().post('/:apiVersion/data/actions/:dataset', async (context) => {
    const {visitor} = context.var
    requireRole(visitor, 'write')
    const request = parseActions(await readJson(context.req.raw))
    const purge: string[] = []
    const {transactionId} = engine.transactor.transact(
      (run, staging) => {
        for (const [index, action] of request.actions.entries()) {
          const plan = planAction(action, index, {
            get: (id) => staging.get(id),
            variants: (id) => engine.documents.variants(id),
          })
          run(plan.mutations)
          purge.push(...(plan.purge ?? []))
        }
      },
      {
        transactionId: request.transactionId,
        author: visitor.id,
        dryRun: request.dryRun || flag(new URL(context.req.url), 'dryRun', false),
        purge,
        kind: 'action',
      },
    )
    return context.json({transactionId})
  })
}
