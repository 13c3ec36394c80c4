import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import type {EditAction, PublishAction} from '@sanity/client'
import type {SanityClient, SanityDocument} from 'sanity'

import {messageOf} from '../messageOf.ts'
import {PublishError} from './PublishError.ts'
import {publishOrder} from './publishOrder.ts'

/** A validation error in a draft. */
export interface DraftProblem {
  /** Title of the field, such as "Schedule". Empty if the problem is about the document. */
  field: string
  message: string
}

export interface PublishOptions {
  /**
   * Returns the errors of a draft. `alongside` has the published ids of the documents that are published in the
   * same transaction, so that a reference to one of them is valid. In React, use `usePublishTogether`.
   */
  validate: (
    draft: SanityDocument,
    alongside: ReadonlySet<string>,
  ) => Promise<readonly DraftProblem[]>
  /**
   * Revisions that the drafts must have, by published id: those that the editor has seen. Defaults to the ones
   * that are validated.
   */
  revisions?: Readonly<Record<string, string>>
  /** Changes all of them in the same transaction, also those without a draft. If it fails, none is changed. */
  change?: FieldChange
}

/** Values of fields, and fields to remove. */
export interface FieldChange {
  set: Readonly<Record<string, string>>
  unset?: readonly string[]
}

/**
 * Publishes the drafts of several documents in one transaction: all of them or none. References between them
 * become strong.
 *
 * A document that is published already and has no draft is left as it is.
 *
 * @param ids - ids of the documents, as published or as drafts
 * @throws PublishError with a sentence that names the document: it is missing, has validation errors, changed
 *   in another window meanwhile, or the Content Lake rejects it
 */
export async function publishTogether(
  client: SanityClient,
  ids: readonly string[],
  {validate, revisions = {}, change}: PublishOptions,
): Promise<void> {
  const stored = await readDrafts(client, [...new Set(ids.map(publishedId))], change)
  const drafts = publishOrder(stored)
  const [first] = drafts
  if (!first) return
  for (const draft of drafts) assertRevision(draft, revisions[publishedId(draft._id)])
  await assertValid(drafts, validate)
  try {
    await client.action(
      drafts.flatMap((draft) =>
        change ? changeActions(draft._id, change) : [publishAction(draft._id, draft._rev)],
      ),
    )
  } catch (error) {
    throw publishErrorOf(error, change ? drafts.flatMap((each) => [each, each]) : drafts, first)
  }
}

function publishAction(draftId: string, revision?: string): PublishAction {
  return {
    actionType: 'sanity.action.document.publish',
    draftId,
    publishedId: publishedId(draftId),
    // The change gives the draft a new revision, which is not known before.
    ...(revision !== undefined && {ifDraftRevisionId: revision}),
  }
}

function changeActions(
  draftId: string,
  {set, unset = []}: FieldChange,
): [EditAction, PublishAction] {
  const patch = {
    ...(Object.keys(set).length > 0 && {set}),
    ...(unset.length > 0 && {unset: [...unset]}),
  }
  const actionType = 'sanity.action.document.edit'
  return [{actionType, draftId, publishedId: publishedId(draftId), patch}, publishAction(draftId)]
}

function withChange(draft: SanityDocument, {set, unset = []}: FieldChange): SanityDocument {
  const {_id, _type, _rev, _createdAt, _updatedAt, ...fields} = draft
  const kept = Object.entries(fields).filter(([name]) => !unset.includes(name))
  return {...Object.fromEntries(kept), ...set, _id, _type, _rev, _createdAt, _updatedAt}
}

async function readDrafts(
  client: SanityClient,
  ids: readonly string[],
  change: FieldChange | undefined,
) {
  // A query, because a list of 100 ids is too long for the URL of the document endpoint.
  const stored = await client.fetch<SanityDocument[]>(
    '*[_id in $ids]',
    {ids: ids.flatMap((id) => [`drafts.${id}`, id])},
    {perspective: 'raw'},
  )
  const byId = new Map(stored.map((document) => [document._id, document]))
  return ids.flatMap((id) => {
    const draft = byId.get(`drafts.${id}`)
    const published = byId.get(id)
    // The change makes a draft of a document that has none.
    const base = draft ?? (change && published && {...published, _id: `drafts.${id}`})
    if (base) return [change ? withChange(base, change) : base]
    if (published) return []
    throw new PublishError(
      'missing',
      id,
      `The document “${id}” no longer exists: it was deleted or discarded in another window. Nothing was published. Remove the reference to it, then publish again.`,
    )
  })
}

function assertRevision(draft: SanityDocument, expected: string | undefined) {
  if (expected !== undefined && expected !== draft._rev) throw changed(draft)
}

/** Validates all drafts, so that the editor sees all problems at once. */
async function assertValid(
  drafts: readonly SanityDocument[],
  validate: PublishOptions['validate'],
) {
  const alongside = new Set(drafts.map(({_id}) => publishedId(_id)))
  const results = await Promise.all(
    drafts.map(async (draft) => ({draft, problems: await validate(draft, alongside)})),
  )
  const invalid = results.filter(({problems}) => problems.length > 0)
  const [first] = invalid
  if (!first) return
  const lines = invalid.flatMap(({draft, problems}) =>
    problems.map(({field, message}) => `“${nameOf(draft)}”${field && `, ${field}`}: ${message}`),
  )
  throw new PublishError(
    'invalid',
    publishedId(first.draft._id),
    `Nothing was published. Correct this first:\n${lines.join('\n')}`,
  )
}

/** Turns the error of the Content Lake into a sentence about the document of the failed action. */
function publishErrorOf(
  error: unknown,
  drafts: readonly SanityDocument[],
  fallback: SanityDocument,
): PublishError {
  const items = fieldsOf(Reflect.get(Object(error), 'details'))['items']
  const item = fieldsOf(Array.isArray(items) ? items[0] : undefined)
  const {index} = item
  const failed = (typeof index === 'number' ? drafts[index] : undefined) ?? fallback
  const type = textOf(fieldsOf(item['error'])['type']) ?? ''
  // A draft that is gone was published or discarded meanwhile.
  const isChange = /RevisionID|documentNotFound/i.test(type)
  if (isChange) return changed(failed, {cause: error})
  return new PublishError(
    'rejected',
    publishedId(failed._id),
    `Could not publish “${nameOf(failed)}” (${messageOf(error)}). Nothing was published. Try again.`,
    {cause: error},
  )
}

function changed(draft: SanityDocument, options?: {cause: unknown}): PublishError {
  return new PublishError(
    'changed',
    publishedId(draft._id),
    `“${nameOf(draft)}” was changed in another window meanwhile. Nothing was published. Check it, then publish again.`,
    options,
  )
}

/** Returns the title or the name of a document, or its id. */
function nameOf(document: SanityDocument): string {
  return textOf(document['title']) ?? textOf(document['name']) ?? `Untitled ${document._type}`
}
