import {variantOf} from '../documentId.ts'
import type {Engine} from '../engine.ts'
import {runStep} from '../mutations/mutationError.ts'
import type {TransactionResult} from '../transactor.ts'
import type {Action} from './action.ts'
import {type ActionContext, type ActionPlan, planAction} from './planAction.ts'
import {planRelease} from './planRelease.ts'
import {checkVariant, planVariant} from './planVariant.ts'

/** Runs all actions in one transaction. @throws Fault if any action fails; nothing is stored then */
export function runActions(
  engine: Engine,
  actions: readonly Action[],
  options: {transactionId?: string | undefined; author: string; dryRun?: boolean},
): TransactionResult {
  const {documents, store, clock, transactor} = engine
  const purge: string[] = []
  return transactor.transact(
    (run, staging) => {
      const context: ActionContext = {
        get: (id) => staging.get(id),
        variants: (id) => documents.variants(id),
        versionsIn: (release) =>
          documents.raw.all().filter(({_id}) => {
            const variant = variantOf(_id)
            return variant.kind === 'version' && variant.release === release
          }),
        lastRevision: (id) => store.lastRevision(id),
        now: () => clock.now(),
      }
      for (const [index, action] of actions.entries()) {
        const plan = runStep('action', index, () => planOf(action, context))
        run(plan.mutations)
        if ('variantId' in action) checkVariant(action, context)
        for (const id of plan.purge ?? []) purge.push(id)
      }
    },
    {...options, purge, kind: 'action'},
  )
}

function planOf(action: Action, context: ActionContext): ActionPlan {
  if ('releaseId' in action) return planRelease(action, context)
  return 'variantId' in action ? planVariant(action, context) : planAction(action, context)
}
