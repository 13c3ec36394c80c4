import type {SanityClient} from '@sanity/client'

import {CliError} from '../CliError.ts'
import {referencesOf} from './assetReferences.ts'
import {documentProblem} from './documentProblem.ts'
import {existingIds} from './existingIds.ts'
import type {Operation} from './importDocuments.ts'
import {ownAssets} from './ownAssets.ts'
import type {PlacedDocument} from './readNdjson.ts'
import {type Refusal, throwRefusals} from './refusal.ts'

/**
 * Checks every document before the first one is stored: ids, types, and references to documents that
 * neither the import nor the Content Lake has. With `create` also ids that exist.
 *
 * @throws CliError that lists every problem
 */
export async function requireValid(
  documents: readonly PlacedDocument[],
  {client, operation}: {client: SanityClient; operation: Operation},
): Promise<void> {
  const isOwnAsset = ownAssets(client)
  throwRefusals([
    ...documents.flatMap(({document, place}) => {
      const why = documentProblem(document, isOwnAsset)
      return why === undefined ? [] : [{place, what: document._id, why}]
    }),
    ...duplicates(documents),
  ])
  await requireReferences(documents, client)
  if (operation === 'create') await requireNewIds(documents, client)
}

function duplicates(documents: readonly PlacedDocument[]): Refusal[] {
  const places = new Map<string, string>()
  return documents.flatMap(({document: {_id: id}, place}) => {
    const first = places.get(id)
    if (first === undefined) places.set(id, place)
    const why = `Its _id is already used in ${first}. Remove one of the two lines.`
    return first === undefined ? [] : [{place, what: id, why}]
  })
}

async function requireReferences(documents: readonly PlacedDocument[], client: SanityClient) {
  const ids = new Set(documents.map(({document}) => document._id))
  const missing = documents.flatMap(({document, place}) =>
    [...new Set(referencesOf(document).strong)]
      .filter((to) => !ids.has(to))
      .map((to) => ({place, from: document._id, to})),
  )
  const targets = [...new Set(missing.map(({to}) => to))]
  const existing = await existingIds(client, '*[_id in $values]._id', targets)
  throwRefusals(
    missing
      .filter(({to}) => !existing.has(to))
      .map(({place, from, to}) => ({
        place,
        what: from,
        why: `It refers to "${to}", which does not exist. Import the files together, such as \`touchpoints import guests.ndjson sessions.ndjson\`.`,
      })),
  )
}

async function requireNewIds(documents: readonly PlacedDocument[], client: SanityClient) {
  const ids = documents.map(({document}) => document._id)
  const existing = [...(await existingIds(client, '*[_id in $values]._id', ids))]
  if (existing.length === 0) return
  const some = existing.slice(0, 5).join(', ')
  const more = existing.length > 5 ? ` and ${existing.length - 5} more` : ''
  throw new CliError(
    'bad-input',
    `Nothing was imported, because these ids already exist: ${some}${more}. Add --missing to keep them and import the others, or --replace to overwrite them.`,
  )
}
