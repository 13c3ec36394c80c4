import {readFile} from 'node:fs/promises'
import {basename, join, relative} from 'node:path'
import type {ImportSource, Lake} from '@touchpoints/lake'
import {apiVersion} from '@touchpoints/schemas/defaults'

import {assetSource} from '../import/assetSource.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Settings} from './settings.ts'

/** Where the content is, and the lake that it goes to. */
interface ImportTarget extends Settings {
  /** For a lake with tokens. */
  writeToken?: string
}

/** The field that names an image file, as `sanity dataset export` writes it. */
const assetField = '_sanityAsset'

/**
 * Imports documents, and then the images that they name, such as `image@file://./images/logo.png`.
 *
 * Imports all documents or none. An image that cannot be stored is missing in its document, and reported.
 *
 * @returns the number of documents
 * @throws ImportError when a line is not a valid document
 */
export async function importContent(
  lake: Lake,
  sources: readonly ImportSource[],
  settings: ImportTarget,
  log: (line: string) => void,
): Promise<number> {
  const names = new Set<string>()
  const collect = (name: string) => void names.add(name)
  const count = lake.import(sources.map(({file, text}) => ({file, text: mapImages(text, collect)})))
  const ids = new Map<string, string>()
  for (const name of names) {
    try {
      ids.set(name, await storeAsset(lake, name, settings))
    } catch (error) {
      log(`Content Lake: could not import ${name} (${reasonOf(error)}). Add it in the Studio.`)
    }
  }
  if (ids.size > 0) {
    lake.import(
      sources.map(({file, text}) => ({
        file,
        text: mapImages(onlyWithImages(text), (name) => ids.get(name)),
      })),
    )
  }
  return count
}

function onlyWithImages(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.includes(assetField))
    .join('\n')
}

/**
 * Replaces the names of images by references to their documents.
 *
 * @param idOf - returns the id of an image, or undefined to leave the image out
 */
function mapImages(text: string, idOf: (name: string) => string | undefined): string {
  return text
    .split('\n')
    .map((line) => (line.includes(assetField) ? mapLine(line, idOf) : line))
    .join('\n')
}

function mapLine(line: string, idOf: (name: string) => string | undefined): string {
  const map = (_key: string, value: unknown): unknown => {
    const name: unknown = Object(value)[assetField]
    if (typeof name !== 'string') return value
    const id = idOf(name)
    const {[assetField]: _, ...rest} = Object(value)
    return id === undefined ? rest : {...rest, asset: {_type: 'reference', _ref: id}}
  }
  try {
    return JSON.stringify(JSON.parse(line), map)
  } catch {
    // The import reports the line.
    return line
  }
}

async function storeAsset(lake: Lake, name: string, target: ImportTarget): Promise<string> {
  const {contentFolder, dataset, ports, writeToken} = target
  const source = assetSource(name, {allowHosts: [], inArchive: true})
  if (source.kind !== 'packed')
    throw new Error('expected a file, such as image@file://./images/a.png')
  const file = join(contentFolder, source.path)
  if (relative(contentFolder, file).startsWith('..'))
    throw new Error('it is outside the folder of the content')
  const kind = `${source.type}s`
  const fileName = encodeURIComponent(basename(file))
  const url = `http://127.0.0.1:${ports.lake}/v${apiVersion}/assets/${kind}/${dataset}?filename=${fileName}`
  const response = await lake.fetch(
    new Request(url, {
      method: 'POST',
      body: new Uint8Array(await readFile(file)),
      ...(writeToken && {headers: {authorization: `Bearer ${writeToken}`}}),
    }),
  )
  const answer: unknown = await response.json()
  const id: unknown = Reflect.get(Object(Reflect.get(Object(answer), 'document')), '_id')
  if (typeof id === 'string') return id
  throw new Error(`the Content Lake responded with ${response.status}`)
}
