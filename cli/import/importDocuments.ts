import {createReadStream} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import {unreachable} from '../unreachable.ts'

export type Operation = 'create' | 'createIfNotExists' | 'createOrReplace'

interface Into {
  client: SanityClient
  operation: Operation
  say: (line: string) => void
}

/**
 * Brings documents into a dataset by the hosted service's own importer. Answers how many.
 *
 * With `create` the ids are looked up first, so that one that exists refuses all instead of stopping
 * halfway.
 *
 * @throws CliError
 */
export async function importDocuments(documents: StoredDocument[], into: Into): Promise<number> {
  if (into.operation === 'create') await refuseExisting(documents, into.client)
  return run(documents, into)
}

/** The same for an archive as `sanity dataset export` writes it, with its pictures and files. */
export function importArchive(file: string, into: Into): Promise<number> {
  return run(createReadStream(file), into)
}

async function run(
  source: StoredDocument[] | NodeJS.ReadableStream,
  {client, operation, say}: Into,
) {
  let step = ''
  try {
    const {numDocs, warnings} = await sanityImport(source, {
      client,
      operation,
      onProgress: (event) => {
        if (event.step !== step) say(`  ${event.step}`)
        step = event.step
      },
      allowAssetsInDifferentDataset: false,
      allowSystemDocuments: false,
      releasesOperation: 'fail',
      replaceAssets: false,
      skipCrossDatasetReferences: false,
      tag: 'touchpoints.import',
    })
    warnings.forEach(({message}) => say(`  ! ${message}`))
    return numDocs
  } catch (error) {
    const reason = reasonOf(error)
    throw new CliError('bad-input', `The import stopped: ${reason}`, {cause: error})
  }
}

async function refuseExisting(documents: readonly StoredDocument[], client: SanityClient) {
  const ids = documents.map(({_id}) => _id)
  const existing = await client
    .fetch<string[]>('*[_id in $ids]._id', {ids}, {perspective: 'raw'})
    .catch(unreachable)
  if (existing.length === 0) return
  const some = existing.slice(0, 5).join(', ')
  const more = existing.length > 5 ? ` and ${existing.length - 5} more` : ''
  throw new CliError(
    'bad-input',
    `Nothing was imported: ${some}${more} exist already. Use --missing to keep them and add the others, or --replace to overwrite them.`,
  )
}
