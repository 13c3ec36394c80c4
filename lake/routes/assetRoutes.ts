import {createHash} from 'node:crypto'
import type {Engine} from '../engine.ts'
import {fileDocument, imageDocument} from '../assets/assetDocument.ts'
import {parseTransform, transformImage} from '../assets/transformImage.ts'
import {serveBytes} from '../assets/serveBytes.ts'
import {requestError} from '../http/apiError.ts'
import {readBytes} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import type {StoredDocument} from '../document.ts'
import type {JsonObject} from '../json.ts'

const maxAssetBytes = 256 * 1024 * 1024

/** Upload of images and files, and what the hosted service's CDN does for them. */
export function assetRoutes(engine: Engine): Router {
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

  return newRouter()
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
        context.req.param('kind') === 'images' ? await imageDocument(upload) : fileDocument(upload)
      engine.store.putBlob(hash, bytes)
      return context.json({document: store(document, visitor.id)})
    })
    .get('/images/:project/:dataset/:name', async (context) => {
      const name = context.req.param('name')
      const stored = find(engine, name)
      const transform = parseTransform(new URL(context.req.url), context.req.header('accept') ?? '')
      const {bytes, contentType} = await transformImage(stored.bytes, stored.contentType, transform)
      return serveBytes(context.req.raw, {bytes, contentType})
    })
    .get('/files/:project/:dataset/:name', (context) => {
      const {searchParams} = new URL(context.req.url)
      const stored = find(engine, context.req.param('name'))
      const download = searchParams.get('dl')
      return serveBytes(context.req.raw, {
        ...stored,
        ...(download !== null && {download: download || stored.filename}),
      })
    })
}

function find(engine: Engine, name: string) {
  const hash = name.match(/^[0-9a-f]{40}/)?.[0] ?? ''
  const document = engine.documents.raw
    .byType(
      name.includes('x') && /-\d+x\d+\./.test(name) ? 'sanity.imageAsset' : 'sanity.fileAsset',
    )
    .find(({sha1hash}) => sha1hash === hash)
  const bytes = document && engine.store.blob(hash)
  if (!document || !bytes) throw requestError(404, `There is no asset "${name}"`)
  return {
    bytes,
    contentType: text(document.mimeType, 'application/octet-stream'),
    filename: text(document.originalFilename, name),
  }
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback
}
