import type {SanityClient, Transaction} from '@sanity/client'
import {isFields, publishedId, refOf, type StoredDocument} from '@touchpoints/schemas/reading'

import {CliError} from '../../CliError.ts'
import {reasonOf} from '../../reasonOf.ts'
import type {StoredVersions} from './differences.ts'
import type {DraftWrite} from './settlePlan.ts'

export interface StoreOptions {
  client: SanityClient
  /** What is stored. Drafts refer strongly to what is published. */
  stored: ReadonlyMap<string, StoredVersions>
  /** Bytes of one transaction. The hosted service accepts 4 MB. */
  maxBytes?: number
}

/**
 * Stores documents as drafts and returns their number. All or none: when one transaction of several fails,
 * the drafts of the others are deleted again.
 *
 * A changed document keeps its other fields. It is changed only if nobody has edited it since it was read.
 *
 * @throws CliError when the Content Lake refuses
 */
export async function storeDrafts(
  writes: readonly DraftWrite[],
  {client, stored, maxBytes = 2_000_000}: StoreOptions,
): Promise<number> {
  const types = new Map(writes.map(({planned: {document}}) => [document._id, document._type]))
  const asDraft = (document: StoredDocument) => draftOf(document, {types, stored})
  const creates = writes.flatMap((write) =>
    write.kind === 'create' ? [asDraft(write.planned.document)] : [],
  )
  const changes = writes.filter((write) => write.kind === 'change')
  const chunks = chunksOf(creates, maxBytes)
  // The changes go last and with the last new drafts, because a failure there leaves only drafts to delete.
  const last = chunks.pop() ?? []
  const created: string[] = []
  try {
    for (const chunk of chunks) {
      await createAll(client.transaction(), chunk).commit(commitOptions)
      for (const {_id} of chunk) created.push(_id)
    }
    const transaction = createAll(client.transaction(), last)
    for (const change of changes) changeDraft(transaction, change, asDraft)
    if (last.length + changes.length > 0) await transaction.commit(commitOptions)
    return writes.length
  } catch (error) {
    const state = await removeAll(created, client).then(
      () => 'Nothing was stored.',
      (reason: unknown) =>
        `${created.length} drafts were stored and could not be removed (${reasonOf(reason)}).`,
    )
    throw new CliError(
      'bad-input',
      `The Content Lake refused the drafts (${reasonOf(error)}). ${state} Someone may have edited at the same time. Run it again.`,
      {cause: error},
    )
  }
}

const commitOptions = {visibility: 'sync', tag: 'touchpoints.import'} as const

function createAll(transaction: Transaction, documents: readonly StoredDocument[]): Transaction {
  for (const document of documents) transaction.create(document)
  return transaction
}

function changeDraft(
  transaction: Transaction,
  {planned, base, isDraft, fields}: Extract<DraftWrite, {kind: 'change'}>,
  asDraft: (document: StoredDocument) => StoredDocument,
): void {
  const theirs = asDraft(planned.document)
  const taken = Object.fromEntries(fields.map((field) => [field, theirs[field]]))
  if (!isDraft) {
    const {_rev, _createdAt, _updatedAt, ...rest} = base
    transaction.create({...rest, ...taken, _type: base._type, _id: theirs._id})
    return
  }
  const revision = base['_rev']
  transaction.patch(base._id, (patch) =>
    typeof revision === 'string' ? patch.set(taken).ifRevisionId(revision) : patch.set(taken),
  )
}

interface References {
  /** Types of the documents that are imported, by id. */
  types: ReadonlyMap<string, string>
  stored: ReadonlyMap<string, StoredVersions>
}

/** A draft refers weakly to what is not published yet. Publishing makes the reference strong, as in the Studio. */
function draftOf(document: StoredDocument, references: References): StoredDocument {
  const fields = Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, weakened(value, references)]),
  )
  return {...fields, _type: document._type, _id: `drafts.${publishedId(document._id)}`}
}

function weakened(value: unknown, references: References): unknown {
  if (Array.isArray(value)) return value.map((each) => weakened(each, references))
  if (!isFields(value)) return value
  const id = refOf(value)
  const {draft, published} = references.stored.get(id ?? '') ?? {}
  if (id !== undefined && !published) {
    const type = references.types.get(id) ?? draft?._type
    return {...value, _weak: true, ...(type !== undefined && {_strengthenOnPublish: {type}})}
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, weakened(each, references)]),
  )
}

function chunksOf(documents: readonly StoredDocument[], maxBytes: number): StoredDocument[][] {
  const chunks: StoredDocument[][] = []
  let bytes = Infinity
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document))
    if (bytes + size > maxBytes) {
      chunks.push([])
      bytes = 0
    }
    bytes += size
    chunks.at(-1)?.push(document)
  }
  return chunks
}

async function removeAll(ids: readonly string[], client: SanityClient): Promise<void> {
  if (ids.length === 0) return
  await ids.reduce((transaction, id) => transaction.delete(id), client.transaction()).commit()
}
