import {parseActions} from '../actions/action.ts'
import {runActions} from '../actions/runActions.ts'
import type {Engine} from '../engine.ts'
import {flag} from '../http/queryString.ts'
import {readJson} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'

/** `/data/actions/:dataset`: an editor's actions, such as publish. */
export function actionRoutes(engine: Engine): Router {
  return newRouter().post('/:apiVersion/data/actions/:dataset', async (context) => {
    const {visitor} = context.var
    requireRole(visitor, 'write')
    const {actions, transactionId, dryRun} = parseActions(await readJson(context.req.raw))
    const result = runActions(engine, actions, {
      transactionId,
      author: visitor.id,
      dryRun: dryRun || flag(new URL(context.req.url), 'dryRun', false),
    })
    return context.json({transactionId: result.transactionId})
  })
}
