import type {StoredDocument} from '../document.ts'
import {publishedIdOf, releaseDocumentId} from '../documentId.ts'
import {isObject, type JsonObject} from '../json.ts'
import type {Mutation} from '../mutations/mutation.ts'
import {MutationError} from '../mutations/mutationError.ts'
import type {ActionContext, ActionPlan} from './planAction.ts'
import type {ReleaseAction} from './releaseAction.ts'
import {strengthenReferences} from './strengthenReferences.ts'

/** The state of a release. https://www.sanity.io/docs/content-lake/content-releases-api */
type State = 'active' | 'scheduled' | 'published' | 'archived'

/**
 * Turns a release action into mutations.
 *
 * The hosted service publishes in steps, with states such as `publishing`. The lake publishes a release
 * in one transaction.
 *
 * @throws MutationError if the release does not exist, or its state does not allow the action
 */
export function planRelease(action: ReleaseAction, context: ActionContext): ActionPlan {
  const id = releaseDocumentId(action.releaseId)
  if (action.actionType === 'sanity.action.release.create') {
    if (context.get(id)) throw stateError(`Release "${action.releaseId}" already exists`)
    return {mutations: [{create: newRelease(id, action.releaseId, action.metadata)}]}
  }
  const release = context.get(id)
  if (!release) throw notFound(action.releaseId)
  const allowed = allowedStates[action.actionType]
  if (!allowed.some((state) => state === release.state)) {
    throw stateError(
      `Release "${action.releaseId}" is ${String(release.state)}. This action requires a release that is ${allowed.join(' or ')}`,
    )
  }
  return {mutations: mutationsOf(action, id, release, context)}
}

const allowedStates = {
  'sanity.action.release.edit': ['active', 'scheduled'],
  'sanity.action.release.publish': ['active', 'scheduled'],
  'sanity.action.release.schedule': ['active', 'scheduled'],
  'sanity.action.release.unschedule': ['scheduled'],
  'sanity.action.release.archive': ['active'],
  'sanity.action.release.unarchive': ['archived'],
  'sanity.action.release.delete': ['archived', 'published'],
} as const satisfies Record<string, readonly State[]>

type ActionOnExisting = Exclude<ReleaseAction, {actionType: 'sanity.action.release.create'}>

function mutationsOf(
  action: ActionOnExisting,
  id: string,
  release: StoredDocument,
  context: ActionContext,
): Mutation[] {
  const set = (attributes: JsonObject): Mutation => ({patch: {id, set: attributes}})
  const versions = context.versionsIn(action.releaseId)
  const finalDocumentStates = versions.map(({_id}) => ({_key: _id, id: _id}))
  switch (action.actionType) {
    case 'sanity.action.release.edit':
      return [{patch: {id, ...action.patch}}]
    case 'sanity.action.release.schedule':
      return [set({state: 'scheduled', publishAt: new Date(action.publishAt).toISOString()})]
    case 'sanity.action.release.unschedule':
      return [{patch: {id, set: {state: 'active'}, unset: ['publishAt']}}]
    case 'sanity.action.release.publish':
      return [
        ...versions.flatMap((version) => publishVersion(version, context)),
        set({state: 'published', publishedAt: context.now().toISOString(), finalDocumentStates}),
      ]
    case 'sanity.action.release.archive':
      return [
        ...versions.map((version) => ({delete: {id: version._id}})),
        set({state: 'archived', finalDocumentStates}),
      ]
    case 'sanity.action.release.unarchive':
      return [
        ...archivedIds(release).flatMap((versionId) => restore(versionId, context)),
        {patch: {id, set: {state: 'active'}, unset: ['finalDocumentStates']}},
      ]
    case 'sanity.action.release.delete':
      return [{delete: {id}}]
  }
}

function newRelease(_id: string, name: string, metadata: JsonObject): JsonObject {
  return {
    _id,
    _type: 'system.release',
    name,
    state: 'active',
    metadata: {releaseType: 'undecided', ...metadata},
  }
}

function publishVersion(version: StoredDocument, {get}: ActionContext): Mutation[] {
  const publishedId = publishedIdOf(version._id)
  const published = get(publishedId)
  const deletion = {delete: {id: version._id}}
  const {_rev, _updatedAt, _system, ...content} = version
  if (isObject(_system) && _system.delete === true) return [{delete: {id: publishedId}}, deletion]
  const document = {
    ...strengthenReferences(content),
    _id: publishedId,
    _createdAt: published?._createdAt ?? version._createdAt,
  }
  return [{createOrReplace: document}, deletion]
}

function archivedIds(release: StoredDocument): string[] {
  const states = Array.isArray(release.finalDocumentStates) ? release.finalDocumentStates : []
  return states.flatMap((state: unknown) =>
    isObject(state) && typeof state.id === 'string' ? state.id : [],
  )
}

function restore(versionId: string, {lastRevision}: ActionContext): Mutation[] {
  const last = lastRevision(versionId)
  if (!last) return []
  const {_rev, _updatedAt, ...content} = last
  return [{createIfNotExists: content}]
}

function notFound(releaseId: string): MutationError {
  const description = `Release "${releaseId}" was not found`
  return new MutationError({type: 'releaseNotFoundError', description})
}

function stateError(description: string): MutationError {
  return new MutationError({type: 'releaseStateError', description})
}
