import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {packTar} from 'modern-tar'
import {createLake} from '@touchpoints/lake'
import {describe, expect, onTestFinished, test} from 'vitest'

import {seedDatasets} from '../../../lake/cli/seed/seedDatasets.ts'
import {folderWith} from './support.ts'

/** A square of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const image = {_type: 'image', _sanityAsset: 'image@file://./images/dot.png'}
const post = {_id: 'post', _type: 'post', image, gallery: [{_key: 'a', ...image}]}

async function archive(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, body]) => ({
    header: {name: `export/${name}`, size: Buffer.byteLength(body), type: 'file'} as const,
    body,
  }))
  return gzipSync(await packTar(entries))
}

function openLake() {
  const lake = createLake({file: ':memory:', projectId: 'abc123', dataset: 'production'})
  onTestFinished(() => lake.close())
  return lake
}

async function seed(files: Readonly<Record<string, string | Uint8Array>>, ...seeds: string[]) {
  const lake = openLake()
  const lines: string[] = []
  const printError = (line: string) => void lines.push(line)
  const options = {seed: seeds, token: undefined}
  const seeding = seedDatasets(lake, options, {folder: folderWith(files), printError})
  return {lake, lines, seeding}
}

describe('a seed', () => {
  test('is an export archive, with its assets and what their documents say', async () => {
    const attributes = {originalFilename: 'dot.png', altText: 'A dot', url: 'https://example.org/'}
    const sha1 = createHash('sha1').update(png).digest('hex')
    const tar = await archive({
      'data.ndjson': JSON.stringify(post),
      'images/dot.png': png,
      'assets.json': JSON.stringify({[`image-${sha1}`]: attributes}),
    })
    const {lake, lines, seeding} = await seed({'seed.tar.gz': tar}, 'seed.tar.gz')
    await seeding
    const [asset, stored] = lake.documents()
    expect(asset).toMatchObject({originalFilename: 'dot.png', altText: 'A dot', size: png.length})
    expect(asset?.['url']).not.toBe(attributes.url)
    const reference = {_type: 'image', asset: {_type: 'reference', _ref: asset?._id}}
    expect(stored).toMatchObject({image: reference, gallery: [{_key: 'a', ...reference}]})
    expect(lines).toEqual([
      'Seeded abc123.production with 1 document and 1 asset from seed.tar.gz.',
    ])
  })

  test('is NDJSON, compressed or not, for the dataset that it names', async () => {
    const line = JSON.stringify({_id: 'a', _type: 'post'})
    const folder = folderWith({'one.ndjson': line, 'two.ndjson.gz': gzipSync(line)})
    const lake = openLake()
    const staging = lake.open({projectId: 'abc123', dataset: 'staging'})
    const seeds = ['one.ndjson', 'staging=two.ndjson.gz']
    await seedDatasets(lake, {seed: seeds, token: undefined}, {folder, printError: () => {}})
    expect(lake.count()).toBe(1)
    expect(staging.count()).toBe(1)
  })

  test('for a dataset that the lake does not have is refused, because the name may be wrong', async () => {
    const files = {'ok.ndjson': '{"_id":"a","_type":"post"}'}
    const {lake, seeding} = await seed(files, 'ok.ndjson', 'miss=ok.ndjson')
    await expect(seeding).rejects.toThrow(
      /no dataset abc123\.miss\. It has abc123\.production\. Use one of these, or add --dataset miss/,
    )
    expect(lake.datasets().map((each) => [each.dataset, each.count()])).toEqual([['production', 0]])
  })

  test('stores a file beside the NDJSON as what its prefix says, with the extension of its name', async () => {
    const line = JSON.stringify({
      _id: 'a',
      _type: 'post',
      image: {_type: 'image', _sanityAsset: 'image@file://./img0.png'},
      icon: {_type: 'file', _sanityAsset: 'file@file://./img0.png'},
      slides: {_type: 'file', _sanityAsset: 'file@file://./images/slides.pdf'},
    })
    const files = {'one.ndjson': line, 'img0.png': png, 'images/slides.pdf': 'slides'}
    const {lake, seeding} = await seed(files, 'one.ndjson')
    await seeding
    const stored = lake.documents().find(({_id}) => _id === 'a')
    expect(stored).toMatchObject({
      image: {asset: {_ref: expect.stringMatching(/^image-\w+-1x1-png$/)}},
      icon: {asset: {_ref: expect.stringMatching(/^file-\w+-png$/)}},
      slides: {asset: {_ref: expect.stringMatching(/^file-\w+-pdf$/)}},
    })
  })

  test('does not change a dataset with documents, unless --replace says so', async () => {
    const lake = openLake()
    lake.import([{file: 'own', text: '{"_id":"a","_type":"post","title":"Mine"}'}])
    const folder = folderWith({'seed.ndjson': '{"_id":"a","_type":"post","title":"Seed"}'})
    const lines: string[] = []
    const shell = {folder, printError: (line: string) => void lines.push(line)}
    await seedDatasets(lake, {seed: ['seed.ndjson'], token: undefined}, shell)
    expect(lake.documents()[0]).toMatchObject({title: 'Mine'})
    expect(lines[0]).toMatch(/Not seeded .* has 1 document\..*--replace/)
    await seedDatasets(lake, {seed: ['seed.ndjson'], replace: true, token: undefined}, shell)
    expect(lake.documents()[0]).toMatchObject({title: 'Seed'})
  })

  test.each([
    {what: 'a line that is not JSON', lines: 'nonsense', message: /data\.ndjson:1 {2}is not JSON/},
    {what: 'a document without a type', lines: '{"_id":"a"}', message: /has no "_type"/},
    {
      what: 'a reference to nothing',
      lines: '{"_id":"a","_type":"post","to":{"_ref":"b"}}',
      message: /refers to "b", which does not exist/,
    },
    {
      what: 'an image that is missing',
      lines: '{"_id":"a","_type":"post","image":{"_sanityAsset":"image@file://./images/cat.png"}}',
      message: /cat\.png, which the seed does not contain/,
    },
    {
      what: 'an image at an address',
      lines:
        '{"_id":"a","_type":"post","image":{"_sanityAsset":"image@https://example.org/a.png"}}',
      message: /which the lake does not download/,
    },
  ])(
    'with $what leaves the dataset empty, so that the next start tries again',
    async ({lines, message}) => {
      const tar = await archive({'images/dot.png': png, 'data.ndjson': lines})
      const {lake, seeding} = await seed({'seed.tar.gz': tar}, 'seed.tar.gz')
      await expect(seeding).rejects.toThrow(message)
      expect(lake.count()).toBe(0)
    },
  )

  test('that is cut off or no archive is refused with its name', async () => {
    const tar = await archive({'data.ndjson': JSON.stringify({_id: 'a', _type: 'post'})})
    const files = {
      'cut.tar.gz': tar.subarray(0, 60),
      'text.tar.gz': 'text',
      'empty.tar.gz': await archive({}),
    }
    for (const name of Object.keys(files)) {
      const {seeding} = await seed(files, name)
      await expect(seeding).rejects.toThrow(new RegExp(`Could not seed from .*${name}`))
    }
  })

  test.each([
    {what: 'an archive', name: 'no.tar.gz', message: /no\.tar\.gz: the file does not exist/},
    {what: 'NDJSON', name: 'no.ndjson', message: /no\.ndjson: the file does not exist/},
    {what: 'an image', name: 'a.ndjson', message: /a\.ndjson: it refers to .*dot\.png, which does/},
    {what: 'a folder', name: 'folder', message: /folder: it is a folder\. Use an archive/},
  ])('that is missing ($what) says so, because no other format helps', async ({name, message}) => {
    const files = {'a.ndjson': JSON.stringify(post), 'folder/b.ndjson': ''}
    const {seeding} = await seed(files, name)
    await expect(seeding).rejects.toThrow(message)
    await expect(seeding).rejects.not.toThrow(/ENOENT|EISDIR/)
  })

  test('cannot read files outside of its folder', async () => {
    const outside = folderWith({'secret.png': png})
    const path = join('..', outside.split('/').at(-1) ?? '', 'secret.png')
    const line = `{"_id":"a","_type":"post","image":{"_sanityAsset":"image@file://./${path}"}}`
    const {seeding} = await seed({'seed.ndjson': line}, 'seed.ndjson')
    await expect(seeding).rejects.toThrow(/outside of its folder/)
  })
})
