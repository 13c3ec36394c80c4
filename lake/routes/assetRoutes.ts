import {createHash} from 'node:crypto'
import type {Engine} from '../engine.ts'
import {fileDocument, imageDocument, requestedPreviews} from '../assets/assetDocument.ts'
import {uploadOrigin} from '../assets/assetOrigin.ts'
import {RenditionCache} from '../assets/renditionCache.ts'
import type {Size} from '../assets/renditionSize.ts'
import {parseTransform, type Transform} from '../assets/parseTransform.ts'
import {serveBytes} from '../http/serveBytes.ts'
import {requestError} from '../http/apiError.ts'
import {readBytes} from '../http/readBody.ts'
import {withStorageFault} from '../store/withStorageFault.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import type {StoredDocument} from '../document.ts'
import type {JsonObject} from '../json.ts'

/** Uploads and downloads of images and files, with image transformations. */
export function assetRoutes(engine: Engine): Router {
  const renditions = new RenditionCache(engine.limits.renditionBytes)
  const store = (document: JsonObject & {_id: string}, author: string): StoredDocument => {
    const existing = engine.documents.raw.byId(document._id)
    if (existing) return existing
    const {changes} = engine.transactor.transact(
      (run) => void run([{createIfNotExists: document}]),
      {author},
    )
    const stored = changes[0]?.after
    if (!stored) throw requestError(500, 'Could not store the asset')
    return stored
  }

  return (
    newRouter()
      .post('/:apiVersion/assets/:kind{images|files}/:dataset', async (context) => {
        const {visitor} = context.var
        requireRole(visitor, 'write')
        const bytes = await readBytes(context.req.raw, engine.limits.assetBytes)
        if (bytes.byteLength === 0) throw requestError(400, 'The asset is empty')
        const hash = createHash('sha1').update(bytes).digest('hex')
        const url = new URL(context.req.url)
        const upload = {
          bytes,
          hash,
          url,
          origin: uploadOrigin(url, engine.address),
          contentType: context.req.header('content-type') ?? 'application/octet-stream',
          projectId: engine.projectId,
          dataset: engine.dataset,
        }
        const document =
          context.req.param('kind') === 'images'
            ? imageDocument(
                upload,
                await engine.images.describe(
                  bytes,
                  requestedPreviews(upload.url),
                  context.req.raw.signal,
                ),
              )
            : fileDocument(upload)
        withStorageFault('asset', () => engine.store.putBlob(hash, bytes))
        return context.json({document: store(document, visitor.id)})
      })
      // A second name in the path is for people, and for downloads.
      .get('/images/:project/:dataset/:name/:vanity?', async (context) => {
        const url = new URL(context.req.url)
        const asset = findAsset(engine, 'image', context.req.param())
        const transform = parseTransform(url, context.req.header('accept') ?? '')
        const original = {
          tag: asset.hash,
          contentType: asset.contentType,
          ...downloadOf(url, asset),
        }
        if (!transform || asset.contentType === 'image/svg+xml') {
          return serveBytes(context.req.raw, {...original, bytes: bytesOf(engine, asset)})
        }
        const tag = renditionTag(asset, transform)
        const rendition = await renditions.get(tag, context.req.raw.signal, (signal) => {
          const {contentType, size} = asset
          const read = () => bytesOf(engine, asset)
          return engine.images.transform({read, contentType, transform, source: size}, signal)
        })
        const negotiated = url.searchParams.get('auto') === 'format'
        return serveBytes(context.req.raw, {...original, ...rendition, tag, negotiated})
      })
      .get('/files/:project/:dataset/:name/:vanity?', (context) => {
        const asset = findAsset(engine, 'file', context.req.param())
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
  /** The original file name. */
  filename: string
  /** The size of an image, from its name. */
  size: Size | undefined
}

/** Finds the asset that a path names. @throws ApiError 404 */
function findAsset(
  engine: Engine,
  kind: 'image' | 'file',
  {project, dataset, name}: {project: string; dataset: string; name: string},
): Asset {
  // The id of an asset is its file name with dashes.
  const document = engine.documents.raw.byId(`${kind}-${name.replace('.', '-')}`)
  const isLocal = project === engine.projectId && dataset === engine.dataset
  if (!isLocal || typeof document?.sha1hash !== 'string') throw notFound(name)
  return {
    hash: document.sha1hash,
    contentType: text(document.mimeType, 'application/octet-stream'),
    filename: text(document.originalFilename, name),
    size: sizeIn(name),
  }
}

/** Returns the size in a name such as `<hash>-400x300.png`. */
function sizeIn(name: string): Size | undefined {
  const [, width, height] = /-(\d+)x(\d+)\./.exec(name) ?? []
  return width && height ? {width: Number(width), height: Number(height)} : undefined
}

/** Returns the bytes of an asset. @throws ApiError 404 if its document was created without an upload */
function bytesOf(engine: Engine, {hash, filename}: Asset): Uint8Array<ArrayBuffer> {
  const bytes = engine.store.blob(hash)
  if (!bytes) throw notFound(filename)
  return bytes
}

function notFound(name: string) {
  return requestError(404, `Asset "${name}" not found`)
}

function renditionTag({hash}: Asset, transform: Transform): string {
  return createHash('sha1').update(hash).update(JSON.stringify(transform)).digest('hex')
}

/** `?dl` downloads the file with its own name, and `?dl=name` with that name. */
function downloadOf({searchParams}: URL, {filename}: Asset): {download?: string} {
  const name = searchParams.get('dl')
  return name === null ? {} : {download: name || filename}
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback
}
