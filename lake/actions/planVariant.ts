import {InvalidInputFault} from '../faults.ts'
import {firstIssue} from '../mutations/mutation.ts'
import {documentExists, documentNotFound, revisionMismatch} from '../mutations/mutationError.ts'
import type {ActionContext, ActionPlan} from './planAction.ts'
import {type VariantAction, variantDefinition} from './variantAction.ts'

/**
 * Turns an action on the definition of a variant into mutations.
 *
 * @throws MutationError if the definition exists already, does not exist, or has another revision
 */
export function planVariant(action: VariantAction, {get}: ActionContext): ActionPlan {
  const id = `_.variants.${action.variantId}`
  const current = get(id)
  if (action.actionType === 'sanity.action.variant.definition.create') {
    if (current) throw documentExists(id)
    const {variantId, conditions, priority, metadata} = action
    const definition = {_id: id, _type: 'system.variant', name: variantId, conditions, priority}
    return {mutations: [{create: metadata ? {...definition, metadata} : definition}]}
  }
  if (!current) throw documentNotFound(id)
  const {ifRevisionId} = action
  if (ifRevisionId && ifRevisionId !== current._rev) {
    throw revisionMismatch(id, current._rev, ifRevisionId)
  }
  return action.actionType === 'sanity.action.variant.definition.delete'
    ? {mutations: [{delete: {id}}]}
    : {mutations: [{patch: {id, ...action.patch}}]}
}

/** Checks what an action left. @throws InvalidInputFault if a definition is no longer valid */
export function checkVariant({variantId}: VariantAction, {get}: ActionContext): void {
  const definition = get(`_.variants.${variantId}`)
  if (!definition) return
  const parsed = variantDefinition.safeParse(definition)
  if (parsed.success) return
  throw new InvalidInputFault(
    `Variant "${variantId}" would be invalid: ${firstIssue(parsed.error)}`,
  )
}
