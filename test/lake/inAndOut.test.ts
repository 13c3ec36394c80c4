import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import type {StoredDocument} from '../../lake/index.ts'
import {runLake} from './support/runLake.ts'

async function newLake() {
  const {lake, clientWith, close} = await runLake()
  const content = () => lake.documents().map(withoutLocation)
  // The importer requires a client with a token.
  return {client: clientWith({token: 'any'}), content, close}
}

/**
 * Returns what a move has to keep. It may change the revision, the time of the last change (the import
 * makes references strong at the end), and the place and time of an asset's upload.
 */
function withoutLocation({_rev, _updatedAt, ...document}: StoredDocument): Record<string, unknown> {
  if (!document._type.startsWith('sanity.')) return document
  const {_createdAt, url: _url, uploadId: _uploadId, ...asset} = document
  return asset
}

const options = {
  operation: 'createOrReplace',
  onProgress: () => {},
  allowAssetsInDifferentDataset: false,
  allowSystemDocuments: false,
  releasesOperation: 'fail',
  replaceAssets: false,
  skipCrossDatasetReferences: false,
  tag: 'test.import',
} as const

test.each(['stream', 'cursor'] as const)(
  'the hosted service’s own export (%s) and import carry a dataset with its assets',
  async (mode) => {
    const folder = mkdtempSync(join(tmpdir(), 'lake-export-'))
    const [from, to] = [await newLake(), await newLake()]
    try {
      const png = await sharp({create: {width: 8, height: 6, channels: 3, background: '#37a'}})
        .png()
        .toBuffer()
      const image = await from.client.assets.upload('image', png, {filename: 'dot.png'})
      const file = await from.client.assets.upload('file', Buffer.from('Notes'), {
        filename: 'n.txt',
      })
      await from.client
        .transaction()
        .create({
          _id: 'ada',
          _type: 'guest',
          name: 'Ada',
          photo: {_type: 'image', asset: {_type: 'reference', _ref: image._id}},
          cv: {_type: 'file', asset: {_type: 'reference', _ref: file._id}},
        })
        .create({_id: 'talk', _type: 'talk', host: {_type: 'reference', _ref: 'ada'}})
        .create({_id: 'drafts.talk', _type: 'talk', title: 'Draft'})
        .commit()

      const archive = join(folder, 'production.tar.gz')
      const exported = await exportDataset({
        client: from.client,
        dataset: 'production',
        outputPath: archive,
        mode,
      })
      expect(exported).toMatchObject({documentCount: 3, assetCount: 2})
      const imported = await sanityImport(createReadStream(archive), {
        ...options,
        client: to.client,
      })
      expect(imported).toEqual({numDocs: 3, warnings: []})

      expect(to.content()).toEqual(from.content())
      const moved = await to.client.fetch(
        '*[_id == "ada"][0]{"photo": photo.asset->url, "cv": cv.asset->url}',
      )
      const bytes = await (await fetch(moved.photo)).arrayBuffer()
      expect(Buffer.from(bytes).equals(png)).toBe(true)
      await expect((await fetch(moved.cv)).text()).resolves.toBe('Notes')
    } finally {
      await from.close()
      await to.close()
      rmSync(folder, {recursive: true, force: true})
    }
  },
  30_000,
)
