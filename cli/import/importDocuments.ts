import {createReadStream} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import {unreachable} from '../unreachable.ts'

export type Operation = 'create' | 'createIfNotExists' | 'createOrReplace'

interface ImportTarget {
  client: SanityClient
  operation: Operation
  log: (line: string) => void
}

/**
 * Imports documents into a dataset with the hosted service's own importer. Returns their number.
 *
 * With `create` it first queries the ids. An id that exists stops the import before the first document
 * instead of halfway.
 *
 * @throws CliError when an id exists or the import fails
 */
export async function importDocuments(
  documents: StoredDocument[],
  target: ImportTarget,
): Promise<number> {
  if (target.operation === 'create') await requireNewIds(documents, target.client)
  return run(documents, target)
}

/** Imports an archive of `sanity dataset export`, with its images and files. Returns the number of documents. */
export function importArchive(file: string, target: ImportTarget): Promise<number> {
  return run(createReadStream(file), target)
}

async function run(
  source: StoredDocument[] | NodeJS.ReadableStream,
  {client, operation, log}: ImportTarget,
) {
  let step = ''
  try {
    const {numDocs, warnings} = await sanityImport(source, {
      client,
      operation,
      onProgress: (event) => {
        if (event.step !== step) log(`  ${event.step}`)
        step = event.step
      },
      allowAssetsInDifferentDataset: false,
      allowSystemDocuments: false,
      releasesOperation: 'fail',
      replaceAssets: false,
      skipCrossDatasetReferences: false,
      tag: 'touchpoints.import',
    })
    warnings.forEach(({message}) => log(`  ! ${message}`))
    return numDocs
  } catch (error) {
    const reason = reasonOf(error)
    throw new CliError(
      'bad-input',
      `The import failed (${reason}). Some documents may be imported already. Fix the cause and run it again with --missing or --replace.`,
      {cause: error},
    )
  }
}

async function requireNewIds(documents: readonly StoredDocument[], client: SanityClient) {
  const ids = documents.map(({_id}) => _id)
  const existing = await client
    .fetch<string[]>('*[_id in $ids]._id', {ids}, {perspective: 'raw'})
    .catch(unreachable)
  if (existing.length === 0) return
  const some = existing.slice(0, 5).join(', ')
  const more = existing.length > 5 ? ` and ${existing.length - 5} more` : ''
  throw new CliError(
    'bad-input',
    `Nothing was imported, because these ids already exist: ${some}${more}. Add --missing to keep them and import the others, or --replace to overwrite them.`,
  )
}
