import {createHash} from 'node:crypto'
import {availableParallelism} from 'node:os'
import type {Engine} from '../engine.ts'
import {fileDocument, imageDocument} from '../assets/assetDocument.ts'
import {Renditions} from '../assets/renditions.ts'
import {parseTransform, type Transform, transformImage} from '../assets/transformImage.ts'
import {serveBytes} from '../http/serveBytes.ts'
import {requestError} from '../http/apiError.ts'
import {readBytes} from '../http/readBody.ts'
import {storeOrRefuse} from '../store/storeOrRefuse.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import type {StoredDocument} from '../document.ts'
import type {JsonObject} from '../json.ts'

const maxAssetBytes = 256 * 1024 * 1024
/** Some thousand pictures of a page's size. */
const maxRenditionBytes = 64 * 1024 * 1024

/** Upload of images and files, and what the hosted service's CDN does for them. */
export function assetRoutes(engine: Engine): Router {
  const renditions = new Renditions({
    maxBytes: maxRenditionBytes,
    atOnce: availableParallelism(),
  })
  const store = (document: JsonObject & {_id: string}, author: string): StoredDocument => {
    const existing = engine.documents.raw.byId(document._id)
    if (existing) return existing
    const {changes} = engine.transactor.transact(
      (run) => void run([{createIfNotExists: document}]),
      {author},
    )
    const made = changes[0]?.after
    if (!made) throw requestError(500, 'The asset could not be stored')
    return made
  }

  return (
    newRouter()
      .post('/:apiVersion/assets/:kind{images|files}/:dataset', async (context) => {
        const {visitor} = context.var
        requireRole(visitor, 'write')
        const bytes = await readBytes(context.req.raw, maxAssetBytes)
        if (bytes.byteLength === 0) throw requestError(400, 'The asset is empty')
        const hash = createHash('sha1').update(bytes).digest('hex')
        const upload = {
          bytes,
          hash,
          url: new URL(context.req.url),
          contentType: context.req.header('content-type') ?? 'application/octet-stream',
          projectId: engine.projectId,
          dataset: engine.dataset,
        }
        const document =
          context.req.param('kind') === 'images'
            ? await imageDocument(upload)
            : fileDocument(upload)
        storeOrRefuse('asset', () => engine.store.putBlob(hash, bytes))
        return context.json({document: store(document, visitor.id)})
      })
      // A name after the asset's own is for people, and to save it under.
      .get('/images/:project/:dataset/:name/:vanity?', async (context) => {
        const url = new URL(context.req.url)
        const asset = find(engine, 'image', context.req.param())
        const transform = parseTransform(url, context.req.header('accept') ?? '')
        const original = {
          tag: asset.hash,
          contentType: asset.contentType,
          ...downloadOf(url, asset),
        }
        if (!transform) {
          return serveBytes(context.req.raw, {...original, bytes: bytesOf(engine, asset)})
        }
        const tag = renditionTag(asset, transform)
        const rendition = await renditions.get(tag, () =>
          transformImage(bytesOf(engine, asset), asset.contentType, transform),
        )
        const negotiated = url.searchParams.get('auto') === 'format'
        return serveBytes(context.req.raw, {...original, ...rendition, tag, negotiated})
      })
      .get('/files/:project/:dataset/:name/:vanity?', (context) => {
        const asset = find(engine, 'file', context.req.param())
        return serveBytes(context.req.raw, {
          bytes: bytesOf(engine, asset),
          contentType: asset.contentType,
          tag: asset.hash,
          ...downloadOf(new URL(context.req.url), asset),
        })
      })
  )
}

interface Asset {
  hash: string
  contentType: string
  /** As it was called where it came from. */
  filename: string
}

/** @throws ApiError 404 */
function find(
  engine: Engine,
  kind: 'image' | 'file',
  {project, dataset, name}: {project: string; dataset: string; name: string},
): Asset {
  // An asset's id says the same as its address, with dashes.
  const document = engine.documents.raw.byId(`${kind}-${name.replace('.', '-')}`)
  const here = project === engine.projectId && dataset === engine.dataset
  if (!here || typeof document?.sha1hash !== 'string') throw notFound(name)
  return {
    hash: document.sha1hash,
    contentType: text(document.mimeType, 'application/octet-stream'),
    filename: text(document.originalFilename, name),
  }
}

/** @throws ApiError 404 for a document that was made without an upload. */
function bytesOf(engine: Engine, {hash, filename}: Asset): Uint8Array<ArrayBuffer> {
  const bytes = engine.store.blob(hash)
  if (!bytes) throw notFound(filename)
  return bytes
}

function notFound(name: string) {
  return requestError(404, `There is no asset "${name}"`)
}

function renditionTag({hash}: Asset, transform: Transform): string {
  return createHash('sha1').update(hash).update(JSON.stringify(transform)).digest('hex')
}

/** `?dl` saves it under its own name, `?dl=name` under that. */
function downloadOf({searchParams}: URL, {filename}: Asset): {download?: string} {
  const asked = searchParams.get('dl')
  return asked === null ? {} : {download: asked || filename}
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback
}
