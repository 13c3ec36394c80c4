import type {JsonObject} from '../json.ts'
import {type ImageDescription, type PreviewKind, previewKinds} from './imageDescription.ts'

export interface Upload {
  bytes: Uint8Array
  /** SHA-1 of the bytes, in hex. Equal content is one asset. */
  hash: string
  /** The URL of the request. Its query string has the asset's attributes. */
  url: URL
  /** The origin of the asset's own `url`. */
  origin: string
  contentType: string
  projectId: string
  dataset: string
}

type AssetDocument = JsonObject & {_id: string}

/** Returns the document for an uploaded image. */
export function imageDocument(
  upload: Upload,
  {metadata, extension, mimeType}: ImageDescription,
): AssetDocument {
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

/** `meta=lqip&meta=palette` requests only these previews. Without `meta`, all are made. */
export function requestedPreviews(url: URL): PreviewKind[] {
  const requested = url.searchParams.getAll('meta').flatMap((names) => names.split(','))
  return previewKinds.filter((kind) => requested.length === 0 || requested.includes(kind))
}

/** Returns the document for an uploaded file that is not an image. */
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

/** Attributes that a client can set on an asset. https://www.sanity.io/docs/http-reference/assets */
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
    url: `${upload.origin}/${path}`,
    uploadId: upload.hash,
  }
}

function extensionOf({url, contentType}: Upload): string {
  const fromName = url.searchParams.get('filename')?.match(/\.([A-Za-z0-9]{1,10})$/)?.[1]
  if (fromName) return fromName.toLowerCase()
  const subtype = contentType.match(/^[a-z]+\/([a-z0-9]{1,10})\b/)?.[1]
  return subtype && subtype !== 'octet' ? subtype : 'bin'
}
