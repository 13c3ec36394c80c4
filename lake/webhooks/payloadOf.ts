import {isReleaseDocumentId, variantOf} from '../documentId.ts'
import type {Change} from '../store/store.ts'
import type {Operation, Webhook} from './webhook.ts'

/** Evaluates GROQ in the scope of a changed document, like `evaluateDelta`. */
export type EvaluateChange = (
  expression: string,
  change: Pick<Change, 'before' | 'after'>,
) => unknown

export function operationOf({before, after}: Pick<Change, 'before' | 'after'>): Operation {
  if (before === undefined) return 'create'
  return after === undefined ? 'delete' : 'update'
}

/** Returns whether a webhook is about changes like this one, before its filter. */
export function isAbout(
  {rule, includeDrafts, includeAllVersions}: Webhook,
  change: Pick<Change, 'before' | 'after' | 'documentId'>,
): boolean {
  const {documentId} = change
  if (isReleaseDocumentId(documentId) || !rule.on.includes(operationOf(change))) return false
  switch (variantOf(documentId).kind) {
    case 'published':
      return true
    case 'draft':
      return includeDrafts
    case 'version':
      return includeAllVersions
  }
}

/**
 * Returns the body of the request for a change, as JSON. Undefined if the filter does not match.
 *
 * @throws Fault if the filter or the projection cannot be evaluated
 */
export function payloadOf(
  {rule: {filter, projection}}: Webhook,
  {before, after}: Pick<Change, 'before' | 'after'>,
  evaluate: EvaluateChange,
): string | undefined {
  if (filter?.trim() && evaluate(filter, {before, after}) !== true) return undefined
  const result = projection?.trim() ? evaluate(projection, {before, after}) : (after ?? before)
  return JSON.stringify(result ?? null)
}
