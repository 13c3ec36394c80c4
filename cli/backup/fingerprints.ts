import {createHash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {allDocuments} from '../dev/allDocuments.ts'

/** A hash of the content of each document, by id. */
export type Fingerprints = ReadonlyMap<string, string>

/**
 * Reads every document that an archive has, drafts and versions too, and hashes its content.
 *
 * What a restore cannot keep is left out: revision, time of the change, and where an asset is served. An asset is
 * the hash of its bytes.
 *
 * @param convert - what a restore makes of a document
 */
export async function readFingerprints(
  client: SanityClient,
  convert: (document: StoredDocument) => StoredDocument = (document) => document,
): Promise<Fingerprints> {
  const fingerprints = new Map<string, string>()
  for await (const document of allDocuments(client)) {
    fingerprints.set(document._id, fingerprint(convert(document)))
  }
  return fingerprints
}

/** Hashes a document. Two documents with the same content in another order of fields have the same hash. */
export function fingerprint(document: Readonly<Record<string, unknown>>): string {
  const {_rev, _updatedAt, _createdAt, ...content} = document
  const kept = isAsset(document) ? assetContent(document) : content
  return createHash('sha256')
    .update(JSON.stringify(sorted(kept)))
    .digest('hex')
}

/** Returns whether a document describes an uploaded image or file. */
export function isAsset({_type}: {_type?: unknown}): boolean {
  return _type === 'sanity.imageAsset' || _type === 'sanity.fileAsset'
}

function assetContent({_id, _type, sha1hash, size}: Readonly<Record<string, unknown>>): object {
  return {_id, _type, sha1hash, size}
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]) => [name, sorted(each)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
