import {isStoredDocument, type StoredDocument} from '../document.ts'
import {invalidIdReason} from '../documentId.ts'
import {InvalidInputFault} from '../faults.ts'
import {parseInstant} from '../instant.ts'
import {isObject, type JsonObject} from '../json.ts'
import {reasonOf} from '../reasonOf.ts'
import {withArrayKeys} from './arrayKeys.ts'
import {isTooDeep, maxDepth} from './depth.ts'
import {type Mutation, patchOperations, type PatchOperations} from './mutation.ts'
import {applyPatch} from './patch.ts'
import {
  documentExists,
  documentNotFound,
  revisionMismatch,
  MutationError,
  runStep,
} from './mutationError.ts'
import type {Staging} from './staging.ts'

export interface MutationContext {
  transactionId: string
  /** `_updatedAt` of the written documents. ISO 8601, UTC. */
  timestamp: string
  autoGenerateArrayKeys?: boolean
  /** Makes ids for documents and keys for array items that have none. */
  makeId: () => string
  /** Returns the ids that a query selects, with the changes that the transaction has made so far. */
  select: (query: string, params: JsonObject) => string[]
}

export type Operation = 'create' | 'update' | 'delete' | 'none'

export interface MutationResult {
  id: string
  operation: Operation
}

/**
 * Runs mutations in order on the staged dataset.
 *
 * @throws TransactionFault for a patch of a missing document, `create` with an existing id, or a revision
 * other than `ifRevisionID`
 * @throws InvalidInputFault for an invalid document
 */
export function runMutations(
  mutations: readonly Mutation[],
  staging: Staging,
  context: MutationContext,
): MutationResult[] {
  return mutations.flatMap((mutation, index) =>
    runStep('mutation', index, () => runMutation(mutation, staging, context)),
  )
}

function runMutation(
  mutation: Mutation,
  staging: Staging,
  context: MutationContext,
): MutationResult[] {
  const write = (attributes: JsonObject, ifExists: IfExists) => [
    writeDocument(attributes, ifExists, mutation, staging, context),
  ]
  if ('create' in mutation) return write(mutation.create, 'fail')
  if ('createIfNotExists' in mutation) return write(mutation.createIfNotExists, 'keep')
  if ('createOrReplace' in mutation) return write(mutation.createOrReplace, 'replace')
  if ('delete' in mutation) {
    return idsOf(mutation.delete, context).map((id) => {
      if (!staging.get(id)) return {id, operation: 'none'}
      staging.set(id, undefined, {delete: {id}})
      return {id, operation: 'delete'}
    })
  }
  // The history and listeners get the patch of a document without the query that selected it.
  const operations = 'id' in mutation.patch ? mutation.patch : patchOperations.parse(mutation.patch)
  return idsOf(mutation.patch, context).map((id) => patch(id, operations, staging, context))
}

type Selection = {id: string} | {query: string; params?: JsonObject | undefined}

function idsOf(selection: Selection, context: MutationContext): string[] {
  if ('id' in selection) return [selection.id]
  return context.select(selection.query, selection.params ?? {})
}

/** What to do if the document already exists. */
type IfExists = 'fail' | 'keep' | 'replace'

function writeDocument(
  attributes: JsonObject,
  ifExists: IfExists,
  mutation: Mutation,
  staging: Staging,
  context: MutationContext,
): MutationResult {
  const document = newDocument(attributes, context)
  const id = document._id
  const existing = staging.get(id)
  if (!existing) {
    staging.set(id, document, mutation)
    return {id, operation: 'create'}
  }
  if (ifExists === 'keep') return {id, operation: 'none'}
  if (ifExists === 'fail') throw documentExists(id)
  if (existing._type !== document._type) throw immutable('_type', id)
  const createdAt = instant(attributes._createdAt) ?? existing._createdAt
  staging.set(id, {...document, _createdAt: createdAt}, mutation)
  return {id, operation: 'update'}
}

function patch(
  id: string,
  operations: PatchOperations,
  staging: Staging,
  context: MutationContext,
): MutationResult {
  const document = staging.get(id)
  if (!document) throw documentNotFound(id)
  const {ifRevisionID} = operations
  if (ifRevisionID && ifRevisionID !== document._rev) {
    throw revisionMismatch(id, document._rev, ifRevisionID)
  }
  staging.set(id, patched(document, operations, context), {patch: {id, ...operations}})
  return {id, operation: 'update'}
}

function patched(
  document: StoredDocument,
  operations: PatchOperations,
  context: MutationContext,
): StoredDocument {
  const result = tryPatch(document, operations)
  assertShallow(result, document._id)
  if (result._type !== document._type) throw immutable('_type', document._id)
  const keyed = context.autoGenerateArrayKeys ? withArrayKeys(result, context.makeId) : result
  return {
    ...(isObject(keyed) ? keyed : result),
    _id: document._id,
    _type: document._type,
    _createdAt: instant(result._createdAt) ?? document._createdAt,
    _rev: context.transactionId,
    _updatedAt: context.timestamp,
  }
}

function tryPatch(document: StoredDocument, operations: PatchOperations): JsonObject {
  try {
    return applyPatch(document, operations, document._id)
  } catch (error) {
    throw new InvalidInputFault(
      `Could not apply the patch to "${document._id}": ${reasonOf(error)}`,
    )
  }
}

/** Returns the document to store. Keeps the times in the attributes, so that an import preserves them. */
function newDocument(attributes: JsonObject, context: MutationContext): StoredDocument {
  const prefix = typeof attributes._id === 'string' ? attributes._id : ''
  const id = prefix === '' || prefix.endsWith('.') ? prefix + context.makeId() : prefix
  const reason = invalidIdReason(id)
  if (reason) throw new InvalidInputFault(`The document ID "${id}" ${reason}`)
  assertShallow(attributes, id)
  if (typeof attributes._type !== 'string' || !/^[^\p{Cc}]+$/u.test(attributes._type)) {
    throw new InvalidInputFault(
      `The document "${id}" has no "_type" attribute, which must be a string`,
    )
  }
  const keyed = context.autoGenerateArrayKeys
    ? withArrayKeys(attributes, context.makeId)
    : attributes
  const document = {
    ...(isObject(keyed) ? keyed : attributes),
    _id: id,
    _type: attributes._type,
    _createdAt: instant(attributes._createdAt) ?? context.timestamp,
    _updatedAt: instant(attributes._updatedAt) ?? context.timestamp,
    _rev: context.transactionId,
  }
  if (isStoredDocument(document)) return document
  throw new InvalidInputFault(`The document "${id}" is malformed`)
}

function assertShallow(document: JsonObject, id: string) {
  if (!isTooDeep(document)) return
  throw new InvalidInputFault(
    `The document "${id}" nests attributes more than ${maxDepth} levels deep`,
  )
}

function instant(value: unknown): string | undefined {
  return typeof value === 'string' && parseInstant(value) !== undefined ? value : undefined
}

function immutable(attribute: string, id: string): MutationError {
  return new MutationError({
    type: 'documentImmutableAttributeError',
    description: `Cannot modify immutable attribute "${attribute}" of document "${id}"`,
    details: {id, attribute},
  })
}
