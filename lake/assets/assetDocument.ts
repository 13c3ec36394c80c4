import {ImageFault} from '../faults.ts'
import type {JsonObject} from '../json.ts'
import {imageMetadata, previewKinds} from './imageMetadata.ts'

export interface Upload {
  bytes: Uint8Array
  /** SHA-1, in hex: the same content is the same asset. */
  hash: string
  /** The request's, with the asset's attributes in its query. */
  url: URL
  contentType: string
  projectId: string
  dataset: string
}

type AssetDocument = JsonObject & {_id: string}

/** The document for an image. @throws ImageFault when it is none that sharp can read. */
export async function imageDocument(upload: Upload): Promise<AssetDocument> {
  const described = await imageMetadata(upload.bytes, askedPreviews(upload.url))
  if (!described) {
    throw new ImageFault('The image could not be read: it is damaged or of an unknown format')
  }
  const {metadata, extension, mimeType} = described
  const size = `${metadata.dimensions.width}x${metadata.dimensions.height}`
  return {
    _id: `image-${upload.hash}-${size}-${extension}`,
    _type: 'sanity.imageAsset',
    ...commonAttributes(upload, 'images', `${upload.hash}-${size}.${extension}`),
    assetId: upload.hash,
    extension,
    mimeType,
    metadata,
  }
}

/** `meta=lqip&meta=palette` asks for these alone; without it everything is told. */
function askedPreviews(url: URL) {
  const asked = url.searchParams.getAll('meta').flatMap((names) => names.split(','))
  return new Set(previewKinds.filter((kind) => asked.length === 0 || asked.includes(kind)))
}

/** The document for any other file. */
export function fileDocument(upload: Upload): AssetDocument {
  const extension = extensionOf(upload)
  return {
    _id: `file-${upload.hash}-${extension}`,
    _type: 'sanity.fileAsset',
    ...commonAttributes(upload, 'files', `${upload.hash}.${extension}`),
    assetId: upload.hash,
    extension,
    mimeType: upload.contentType.split(';')[0]?.trim() ?? 'application/octet-stream',
  }
}

/** Attributes that a client may give an asset: https://www.sanity.io/docs/http-reference/assets */
const textAttributes = ['label', 'title', 'description', 'creditLine', 'altText'] as const

function commonAttributes(upload: Upload, kind: 'images' | 'files', name: string): JsonObject {
  const {searchParams} = upload.url
  const path = `${kind}/${upload.projectId}/${upload.dataset}/${name}`
  const filename = searchParams.get('filename')
  const texts = textAttributes.flatMap((key) => {
    const value = searchParams.get(key)
    return value === null ? [] : [[key, value]]
  })
  const sourceId = searchParams.get('sourceId')
  return {
    ...Object.fromEntries(texts),
    ...(filename !== null && {originalFilename: filename}),
    ...(sourceId !== null && {
      source: {
        id: sourceId,
        name: searchParams.get('sourceName'),
        url: searchParams.get('sourceUrl'),
      },
    }),
    sha1hash: upload.hash,
    size: upload.bytes.byteLength,
    path,
    url: `${reachableOrigin(upload.url)}/${path}`,
    uploadId: upload.hash,
  }
}

/** Node does not resolve `<project>.localhost`, which a Studio asks at; `localhost` is found by all. */
function reachableOrigin(url: URL): string {
  const origin = new URL(url.origin)
  if (origin.hostname.endsWith('.localhost')) origin.hostname = 'localhost'
  return origin.origin
}

function extensionOf({url, contentType}: Upload): string {
  const fromName = url.searchParams.get('filename')?.match(/\.([A-Za-z0-9]{1,10})$/)?.[1]
  if (fromName) return fromName.toLowerCase()
  const subtype = contentType.match(/^[a-z]+\/([a-z0-9]{1,10})\b/)?.[1]
  return subtype && subtype !== 'octet' ? subtype : 'bin'
}
