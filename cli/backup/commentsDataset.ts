import type {SanityClient} from '@sanity/client'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {reasonOf} from '../reasonOf.ts'
import {unreachable} from '../unreachable.ts'

/**
 * Finds the dataset that has the comments and tasks of a client's dataset. The Studio creates it with the first
 * comment. Undefined if there is none, or if the token may not list datasets, which is logged.
 *
 * @returns a client for it
 */
export async function findComments(
  client: SanityClient,
  log: (line: string) => void,
): Promise<SanityClient | undefined> {
  const {projectId = '', dataset = ''} = client.config()
  const found = await client
    .request<{name: string}[]>({
      url: `/projects/${projectId}/datasets`,
      query: {datasetProfile: 'comments', addonFor: dataset},
      tag: 'touchpoints.comments',
    })
    .catch((error: unknown) => {
      const status: unknown = Reflect.get(Object(error), 'statusCode')
      if (status !== 401 && status !== 403) return unreachable(error)
      log(
        `  ! Comments and tasks are left out: the token may not list datasets (${reasonOf(error)}). Use a token that may.`,
      )
      return []
    })
  const [only] = found
  return only && client.withConfig({dataset: only.name})
}

/** Returns a client for the dataset with the comments and tasks, and creates it if there is none, as the Studio does. */
export async function ensureComments(client: SanityClient): Promise<SanityClient> {
  const {dataset = ''} = client.config()
  const {datasetName} = await client
    .request<{datasetName: string}>({
      url: `/comments/${dataset}/setup`,
      method: 'POST',
      tag: 'touchpoints.comments',
    })
    .catch(unreachable)
  return client.withConfig({dataset: datasetName})
}

/**
 * Returns a comment or task with its references to documents in the dataset of a client. An archive can be restored
 * into a dataset or project of another name.
 */
export function aboutDataset(
  client: Pick<SanityClient, 'config'>,
): (document: StoredDocument) => StoredDocument {
  const {projectId, dataset} = client.config()
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move)
    return typeof value === 'object' && value !== null ? moveFields(value) : value
  }
  const moveFields = (value: object): Record<string, unknown> => {
    const fields = Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, move(each)]),
    )
    if ('_dataset' in fields) fields['_dataset'] = dataset
    if ('_projectId' in fields) fields['_projectId'] = projectId
    return fields
  }
  return (document) => {
    const {_id, _type} = document
    return {...moveFields(document), _id, _type}
  }
}

/** Returns the end of a list of what was written, such as ` with 2 comments and tasks`. Empty for none. */
export function withComments(count: number): string {
  return count === 0 ? '' : ` with ${count} comments and tasks`
}
