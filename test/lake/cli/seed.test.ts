import {createHash} from 'node:crypto'
import {symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {packTar} from 'modern-tar'
import {createLake} from '@touchpoints/lake'
import {describe, expect, onTestFinished, test} from 'vitest'

import {readSeed, seedLimits} from '../../../lake/cli/seed/readSeed.ts'
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

  test('with a byte order mark or Windows line breaks is read as without them', async () => {
    const line = '{"_id":"a","_type":"post"}'
    const text = `\uFEFF${line}\r\n${line.replace('"a"', '"b"')}\r\n`
    for (const [name, bytes] of [
      ['bom.ndjson', Buffer.from(text)],
      ['bom.ndjson.gz', gzipSync(text)],
      ['bom.tar.gz', await archive({'data.ndjson': text})],
    ] as const) {
      const {lake, seeding} = await seed({[name]: bytes}, name)
      await seeding
      expect(lake.documents().map(({_id}) => _id)).toEqual(['a', 'b'])
    }
  })

  test('that is not UTF-8 is refused with the line, because U+FFFD would be stored in place of the text', async () => {
    const line = Buffer.from('{"_id":"a","_type":"post"}\n')
    const bytes = Buffer.concat([line, Buffer.from('{"_id":"b","_type":"\xe9t\xe9"}\n', 'latin1')])
    const files = {
      'latin1.ndjson': bytes,
      'latin1.ndjson.gz': gzipSync(bytes),
      'latin1.tar.gz': await archive({'data.ndjson': bytes}),
      'utf16.ndjson': Buffer.from(`\uFEFF${line.toString()}`, 'utf16le'),
    }
    for (const name of Object.keys(files)) {
      const {lake, seeding} = await seed(files, name)
      await expect(seeding).rejects.toThrow(/its line [12] is not UTF-8\. Save the file as UTF-8/)
      expect(lake.count()).toBe(0)
    }
  })

  test('with a half-written last line is refused with the line, because a document would be missing', async () => {
    const text = '{"_id":"a","_type":"post"}\n{"_id":"b","_ty'
    for (const [name, bytes] of [
      ['half.ndjson', Buffer.from(text)],
      ['half.tar.gz', await archive({'data.ndjson': text})],
    ] as const) {
      const {lake, seeding} = await seed({[name]: bytes}, name)
      await expect(seeding).rejects.toThrow(/ndjson:2 {2}is not JSON/)
      expect(lake.count()).toBe(0)
    }
  })
})

async function all(parts: AsyncIterable<unknown>): Promise<unknown[]> {
  const list: unknown[] = []
  for await (const part of parts) list.push(part)
  return list
}

describe('a seed from a stranger is refused in one line', () => {
  const data = {header: {name: 'export/data.ndjson', size: 1, type: 'file'}, body: '\n'} as const

  test.each([
    ['a symbolic link', {name: 'export/images/a.png', type: 'symlink', linkname: '/etc/hostname'}],
    ['a hard link', {name: 'export/images/a.png', type: 'link', linkname: '../../etc/hostname'}],
    ['a device', {name: 'export/images/a.png', type: 'character-device'}],
    ['an absolute path', {name: '/tmp/images/a.png', type: 'file'}],
    ['a path with ..', {name: 'export/../../images/a.png', type: 'file'}],
  ] as const)('with %s, which is never followed', async (_, header) => {
    const tar = gzipSync(await packTar([data, {header: {size: 0, ...header}}]))
    const {lake, seeding} = await seed({'seed.tar.gz': tar}, 'seed.tar.gz')
    await expect(seeding).rejects.toThrow(
      /^Could not seed from seed\.tar\.gz: it has the entry ".+$/,
    )
    expect(lake.count()).toBe(0)
  })

  test('when a link beside its NDJSON leads out of the folder', async () => {
    const outside = folderWith({'secret.png': png})
    const folder = folderWith({'seed.ndjson': JSON.stringify(post), 'images/other.png': png})
    symlinkSync(join(outside, 'secret.png'), join(folder, 'images/dot.png'))
    const seeding = all(readSeed(join(folder, 'seed.ndjson')))
    await expect(seeding).rejects.toThrow(/dot\.png, which is outside of its folder/)
  })

  test.each([
    ['bytes of NDJSON', {fileBytes: 1000}, 'bomb.ndjson.gz', /more than 1000 bytes/],
    ['bytes of one line', {lineBytes: 1000}, 'line.ndjson.gz', /line 1 has more than 1000 bytes/],
    ['bytes of an archive', {archiveBytes: 10_000}, 'bomb.tar.gz', /10000 bytes unpacked/],
    ['bytes of an asset', {assetBytes: 1000}, 'bomb.tar.gz', /the limit is 1000/],
    ['entries', {archiveEntries: 1}, 'bomb.tar.gz', /more than 1 entries/],
  ])('when it expands to more than the allowed %s', async (_, limits, name, message) => {
    const folder = folderWith({
      'bomb.ndjson.gz': gzipSync('\n'.repeat(100_000)),
      'line.ndjson.gz': gzipSync(' '.repeat(100_000)),
      'bomb.tar.gz': await archive({'images/a.png': Buffer.alloc(100_000), 'data.ndjson': '\n'}),
    })
    const seeding = all(readSeed(join(folder, name), {...seedLimits, ...limits}))
    await expect(seeding).rejects.toThrow(message)
    await expect(seeding).rejects.toThrow(
      /^Could not seed from bomb.*$|^Could not seed from line.*$/,
    )
  })
})
