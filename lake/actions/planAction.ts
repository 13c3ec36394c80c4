import type {StoredDocument} from '../document.ts'
import {draftIdOf} from '../documentId.ts'
import type {JsonObject} from '../json.ts'
import type {Mutation} from '../mutations/mutation.ts'
import {documentExists, documentNotFound, otherRevision, Refusal} from '../mutations/refusal.ts'
import type {ActionOf, DocumentAction} from './action.ts'
import {strengthened} from './strengthened.ts'

/** What an action may ask while it is being put into mutations. */
export interface ActionContext {
  /** As the transaction has it so far. */
  get: (id: string) => StoredDocument | undefined
  /** The published document, its draft and its versions, as stored before the transaction. */
  variants: (publishedId: string) => readonly StoredDocument[]
  /** The versions that belong to a release, likewise. */
  versionsIn: (release: string) => readonly StoredDocument[]
  /** The newest revision of what may have been deleted since. */
  lastRevision: (id: string) => StoredDocument | undefined
  now: () => Date
}

/** The mutations that do what the action says, and the documents whose history goes with it. */
export interface ActionPlan {
  mutations: Mutation[]
  purge?: string[]
}

/**
 * @throws Refusal when the action's own conditions do not hold.
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
        mutations: [{createOrReplace: fresh(action.attributes, draftIdOf(action.publishedId))}],
      }
    case 'sanity.action.document.version.create':
      return createVersion(action, context)
    case 'sanity.action.document.version.discard':
      return discard(action.versionId, action.purge, context)
    case 'sanity.action.document.version.replace':
      return {mutations: [{createOrReplace: fresh(action.document)}]}
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
  return {mutations: [{create: fresh(attributes, id)}]}
}

function edit(
  {draftId, publishedId, patch}: ActionOf<'sanity.action.document.edit'>,
  {get}: ActionContext,
): ActionPlan {
  if (get(draftId)) return {mutations: [{patch: {id: draftId, ...patch}}]}
  const published = get(publishedId)
  if (!published) throw documentNotFound(draftId)
  return {
    mutations: [{create: fresh(published, draftId)}, {patch: {id: draftId, ...patch}}],
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
    throw otherRevision(draftId, draft._rev, ifDraftRevisionId)
  }
  if (ifPublishedRevisionId && ifPublishedRevisionId !== published?._rev) {
    throw otherRevision(publishedId, published?._rev ?? '', ifPublishedRevisionId)
  }
  const createdAt = published?._createdAt ?? draft._createdAt
  const document = {...fresh(strengthened(draft), publishedId), _createdAt: createdAt}
  return {mutations: [{createOrReplace: document}, {delete: {id: draftId}}]}
}

function unpublish(
  {draftId, publishedId}: ActionOf<'sanity.action.document.unpublish'>,
  {get}: ActionContext,
): ActionPlan {
  const published = get(publishedId)
  if (!published) throw documentNotFound(publishedId)
  return {
    mutations: [{createIfNotExists: fresh(published, draftId)}, {delete: {id: publishedId}}],
  }
}

function remove(
  {publishedId, includeDrafts, purge}: ActionOf<'sanity.action.document.delete'>,
  {get, variants}: ActionContext,
): ActionPlan {
  const named = [publishedId, ...includeDrafts].filter((id) => get(id))
  if (named.length === 0) throw documentNotFound(publishedId)
  const left = variants(publishedId).find(({_id}) => _id === draftIdOf(publishedId))
  if (left && !includeDrafts.includes(left._id)) {
    throw new Refusal({
      type: 'draftExistsError',
      description: `Document "${publishedId}" has a draft that "includeDrafts" does not name: "${left._id}"`,
      details: {id: left._id},
    })
  }
  return {
    mutations: named.map((id) => ({delete: {id}})),
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
  if (document) return {mutations: [{create: fresh(document)}]}
  const base = baseId === undefined ? undefined : get(baseId)
  if (!base || versionId === undefined) throw documentNotFound(baseId ?? '')
  if (ifBaseRevisionId && ifBaseRevisionId !== base._rev) {
    throw otherRevision(base._id, base._rev, ifBaseRevisionId)
  }
  return {mutations: [{create: fresh(base, versionId)}]}
}

function unpublishVersion(
  {versionId, publishedId}: ActionOf<'sanity.action.document.version.unpublish'>,
  {get}: ActionContext,
): ActionPlan {
  const marked = {patch: {id: versionId, set: {_system: {delete: true}}}}
  if (get(versionId)) return {mutations: [marked]}
  const published = get(publishedId)
  if (!published) throw documentNotFound(publishedId)
  return {mutations: [{create: fresh(published, versionId)}, marked]}
}

/** The content for a new document: what belonged to the old one's revision stays behind. */
function fresh(attributes: JsonObject, id?: string): JsonObject {
  const {_rev, _updatedAt, ...content} = attributes
  return id === undefined ? content : {...content, _id: id}
}
