import type {StoredDocument} from '../document.ts'
import {draftIdOf} from '../documentId.ts'
import type {JsonObject} from '../json.ts'
import type {Mutation} from '../mutations/mutation.ts'
import {
  documentExists,
  documentNotFound,
  revisionMismatch,
  MutationError,
} from '../mutations/mutationError.ts'
import type {ActionOf, DocumentAction} from './action.ts'
import {strengthenReferences} from './strengthenReferences.ts'

/** The data that an action can read while it is turned into mutations. */
export interface ActionContext {
  /** Returns the document, with the changes that the transaction has made so far. */
  get: (id: string) => StoredDocument | undefined
  /** Returns the published document, its draft and its versions, as stored before the transaction. */
  variants: (publishedId: string) => readonly StoredDocument[]
  /** Returns the versions in a release, as stored before the transaction. */
  versionsIn: (release: string) => readonly StoredDocument[]
  /** Returns the newest revision of a document, even if the document has been deleted. */
  lastRevision: (id: string) => StoredDocument | undefined
  now: () => Date
}

/** The mutations that carry out an action. */
export interface ActionPlan {
  mutations: Mutation[]
  /** Ids of deleted documents. Their history is deleted too. */
  purge?: string[]
}

/**
 * Turns a document action into mutations.
 *
 * @throws MutationError if a condition of the action does not hold, such as `ifDraftRevisionId`
 */
export function planAction(action: DocumentAction, context: ActionContext): ActionPlan {
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return create(action, context)
    case 'sanity.action.document.edit':
      return edit(action, context)
    case 'sanity.action.document.publish':
      return publish(action, context)
    case 'sanity.action.document.unpublish':
      return unpublish(action, context)
    case 'sanity.action.document.delete':
      return remove(action, context)
    case 'sanity.action.document.discard':
      return discard(action.draftId, action.purge, context)
    case 'sanity.action.document.replaceDraft':
      return {
        mutations: [{createOrReplace: contentOf(action.attributes, draftIdOf(action.publishedId))}],
      }
    case 'sanity.action.document.version.create':
      return createVersion(action, context)
    case 'sanity.action.document.version.discard':
      return discard(action.versionId, action.purge, context)
    case 'sanity.action.document.version.replace':
      return {mutations: [{createOrReplace: contentOf(action.document)}]}
    case 'sanity.action.document.version.unpublish':
      return unpublishVersion(action, context)
  }
}

function create(
  {attributes, publishedId, ifExists}: ActionOf<'sanity.action.document.create'>,
  {get}: ActionContext,
): ActionPlan {
  const id = typeof attributes._id === 'string' ? attributes._id : draftIdOf(publishedId)
  if (get(id) && ifExists === 'ignore') return {mutations: []}
  if (get(id)) throw documentExists(id)
  return {mutations: [{create: contentOf(attributes, id)}]}
}

function edit(
  {draftId, publishedId, patch}: ActionOf<'sanity.action.document.edit'>,
  {get}: ActionContext,
): ActionPlan {
  if (get(draftId)) return {mutations: [{patch: {id: draftId, ...patch}}]}
  const published = get(publishedId)
  if (!published) throw documentNotFound(draftId)
  return {
    mutations: [{create: contentOf(published, draftId)}, {patch: {id: draftId, ...patch}}],
  }
}

function publish(
  action: ActionOf<'sanity.action.document.publish'>,
  {get}: ActionContext,
): ActionPlan {
  const {draftId, publishedId, ifDraftRevisionId, ifPublishedRevisionId} = action
  const draft = get(draftId)
  const published = get(publishedId)
  if (!draft) throw documentNotFound(draftId)
  if (ifDraftRevisionId && ifDraftRevisionId !== draft._rev) {
    throw revisionMismatch(draftId, draft._rev, ifDraftRevisionId)
  }
  if (ifPublishedRevisionId && ifPublishedRevisionId !== published?._rev) {
    throw revisionMismatch(publishedId, published?._rev ?? '', ifPublishedRevisionId)
  }
  const createdAt = published?._createdAt ?? draft._createdAt
  const document = {...contentOf(strengthenReferences(draft), publishedId), _createdAt: createdAt}
  return {mutations: [{createOrReplace: document}, {delete: {id: draftId}}]}
}

function unpublish(
  {draftId, publishedId}: ActionOf<'sanity.action.document.unpublish'>,
  {get}: ActionContext,
): ActionPlan {
  const published = get(publishedId)
  if (!published) throw documentNotFound(publishedId)
  return {
    mutations: [{createIfNotExists: contentOf(published, draftId)}, {delete: {id: publishedId}}],
  }
}

function remove(
  {publishedId, includeDrafts, purge}: ActionOf<'sanity.action.document.delete'>,
  {get, variants}: ActionContext,
): ActionPlan {
  const targets = [publishedId, ...includeDrafts].filter((id) => get(id))
  if (targets.length === 0) throw documentNotFound(publishedId)
  const draft = variants(publishedId).find(({_id}) => _id === draftIdOf(publishedId))
  if (draft && !includeDrafts.includes(draft._id)) {
    throw new MutationError({
      type: 'draftExistsError',
      description: `Document "${publishedId}" has a draft that "includeDrafts" does not list: "${draft._id}"`,
      details: {id: draft._id},
    })
  }
  return {
    mutations: targets.map((id) => ({delete: {id}})),
    ...(purge && {purge: [publishedId, ...includeDrafts]}),
  }
}

function discard(id: string, purge: boolean, {get}: ActionContext): ActionPlan {
  if (!get(id)) throw documentNotFound(id)
  return {mutations: [{delete: {id}}], ...(purge && {purge: [id]})}
}

function createVersion(
  action: ActionOf<'sanity.action.document.version.create'>,
  {get}: ActionContext,
): ActionPlan {
  const {document, baseId, versionId, ifBaseRevisionId} = action
  if (document) return {mutations: [{create: contentOf(document)}]}
  const base = baseId === undefined ? undefined : get(baseId)
  if (!base || versionId === undefined) throw documentNotFound(baseId ?? '')
  if (ifBaseRevisionId && ifBaseRevisionId !== base._rev) {
    throw revisionMismatch(base._id, base._rev, ifBaseRevisionId)
  }
  return {mutations: [{create: contentOf(base, versionId)}]}
}

function unpublishVersion(
  {versionId, publishedId}: ActionOf<'sanity.action.document.version.unpublish'>,
  {get}: ActionContext,
): ActionPlan {
  const markDeleted = {patch: {id: versionId, set: {_system: {delete: true}}}}
  if (get(versionId)) return {mutations: [markDeleted]}
  const published = get(publishedId)
  if (!published) throw documentNotFound(publishedId)
  return {mutations: [{create: contentOf(published, versionId)}, markDeleted]}
}

/** Returns the attributes for a new document, without the old revision and update time. */
function contentOf(attributes: JsonObject, id?: string): JsonObject {
  const {_rev, _updatedAt, ...content} = attributes
  return id === undefined ? content : {...content, _id: id}
}
