import {posix} from 'node:path'
import type {Lake, LakeDataset} from '../../createLake.ts'
import {ImportError} from '../../errors.ts'
import {isObject, type JsonObject, parseJson} from '../../json.ts'
import {CommandError} from '../CommandError.ts'
import type {SeedPart} from './readSeed.ts'
import {withAssets} from './withAssets.ts'

export interface SeedResult {
  documents: number
  assets: number
}

export interface ImportSeedOptions {
  lake: Lake
  dataset: LakeDataset
  /** Name of the seed, for messages. */
  name: string
  token: string | undefined
}

/**
 * Imports a seed into a dataset: its assets first, then all documents or none.
 *
 * @throws CommandError or ImportError. The dataset then has no asset of the seed.
 */
export async function importSeed(
  parts: AsyncIterable<SeedPart> | Iterable<SeedPart>,
  options: ImportSeedOptions,
): Promise<SeedResult> {
  const {dataset, name} = options
  const ids = new Map<string, string>()
  let data = {file: name, text: ''}
  let attributes: JsonObject = {}
  const before = new Set(dataset.documents().map(({_id}) => _id))
  try {
    for await (const part of parts) {
      if (part.kind === 'documents') data = part
      else if (part.kind === 'attributes') attributes = readAttributes(part.text, name)
      else ids.set(`${part.type}@${part.path}`, await upload(part, options))
    }
    const {text, problems} = withAssets(data, ids)
    if (problems.length > 0) throw new ImportError(problems)
    const documents = dataset.import([{file: data.file, text}])
    await setAttributes(attributes, new Set(ids.values()), options)
    return {documents, assets: ids.size}
  } catch (error) {
    const added = [...new Set(ids.values())].filter((id) => !before.has(id))
    if (added.length > 0)
      await mutate(
        added.map((id) => ({delete: {id}})),
        options,
      )
    throw error
  }
}

async function upload(
  {type, path, bytes}: Extract<SeedPart, {kind: 'asset'}>,
  options: ImportSeedOptions,
): Promise<string> {
  const query = new URLSearchParams({filename: posix.basename(path)})
  const target = `/v1/assets/${type}s/${options.dataset.dataset}?${query}`
  const answer = Object(await post(target, bytes, options))
  const {_id} = Object(answer.document)
  if (typeof _id === 'string') return _id
  const reason = typeof answer.message === 'string' ? answer.message : 'no reason given'
  throw new CommandError(
    'seed',
    `Could not seed from ${options.name}: the asset ${path} was refused (${reason}). Export the dataset again, or remove the asset.`,
  )
}

/** What the lake does not derive from the bytes of an asset. */
const attributeNames = [
  'originalFilename',
  'label',
  'title',
  'description',
  'creditLine',
  'altText',
]

/** Gives each asset the attributes that `assets.json` has under its id, or under a beginning of its id. */
async function setAttributes(
  attributes: JsonObject,
  ids: ReadonlySet<string>,
  options: ImportSeedOptions,
) {
  const patches = Object.entries(attributes).flatMap(([key, value]) => {
    const id = [...ids].find((each) => each === key || each.startsWith(`${key}-`))
    if (id === undefined || !isObject(value)) return []
    const set = Object.fromEntries(
      Object.entries(value).filter(
        ([name, text]) => attributeNames.includes(name) && typeof text === 'string',
      ),
    )
    return Object.keys(set).length === 0 ? [] : [{patch: {id, set}}]
  })
  if (patches.length > 0) await mutate(patches, options)
}

async function mutate(mutations: readonly object[], options: ImportSeedOptions) {
  const target = `/v1/data/mutate/${options.dataset.dataset}`
  await post(target, JSON.stringify({mutations}), options)
}

async function post(
  target: string,
  body: BodyInit,
  {lake, dataset, token}: ImportSeedOptions,
): Promise<unknown> {
  const headers = {
    'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream',
    'x-sanity-project-id': dataset.projectId,
    ...(token !== undefined && {authorization: `Bearer ${token}`}),
  }
  const request = new Request(`http://localhost${target}`, {method: 'POST', body, headers})
  return (await lake.fetch(request)).json()
}

function readAttributes(text: string, name: string): JsonObject {
  const parsed = tryParse(text)
  if (isObject(parsed)) return parsed
  throw new CommandError(
    'seed',
    `Could not seed from ${name}: its assets.json is not valid JSON. Export the dataset again.`,
  )
}

function tryParse(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
