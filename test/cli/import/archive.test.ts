import {mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {defaultImportLimits} from '../../../cli/import/importLimits.ts'
import {unpackArchive} from '../../../cli/import/unpackArchive.ts'
import {archiveOf, importSetup, type ImportSetup, ndjson, person} from './importSetup.ts'

const png = await sharp({create: {width: 4, height: 4, channels: 3, background: '#37a'}})
  .png()
  .toBuffer()

let setup: ImportSetup
beforeEach(async () => {
  setup = await importSetup()
})
afterEach(() => setup.close())

const guest = (reference: string) =>
  ndjson({...person('ada'), photo: {_type: 'image', _sanityAsset: reference}})

type Entries = Parameters<typeof archiveOf>[0]

async function importing(entries: Entries) {
  await setup.write('export.tar.gz', await archiveOf(entries))
  return setup.run('export.tar.gz')
}

test('an archive is imported with its images, also those that no document refers to', async () => {
  const result = await importing({
    'export/images/': {type: 'directory'},
    'export/data.ndjson': guest('image@file://./images/a%20b.png'),
    'export/images/a b.png': png,
    'export/files/notes.txt': 'Notes',
    'export/._data.ndjson': 'hidden',
    'export/README.txt': 'unused',
  })
  expect(result).toMatchObject({code: 0, out: '1 document imported.\n'})
  expect(result.err).toContain('export/README.txt is not used')
  const types = setup.lake.documents().map(({_type}) => _type)
  expect(types.toSorted()).toEqual(['guest', 'sanity.fileAsset', 'sanity.imageAsset'])
})

test('--missing uploads only what the missing documents need', async () => {
  const photo = (name: string) => ({
    _type: 'image',
    _sanityAsset: `image@file://./images/${name}.png`,
  })
  await setup.write('ada.ndjson', ndjson(person('ada')))
  await setup.run('ada.ndjson')
  const other = await sharp({create: {width: 5, height: 5, channels: 3, background: '#a37'}})
    .png()
    .toBuffer()
  await setup.write(
    'export.tar.gz',
    await archiveOf({
      'data.ndjson': ndjson(
        {...person('ada'), photo: photo('ada')},
        {...person('lin'), photo: photo('lin%20w')},
      ),
      'images/ada.png': png,
      'images/lin w.png': other,
    }),
  )
  const result = await setup.run('export.tar.gz', '--missing')
  expect(result).toMatchObject({code: 0, out: '1 document imported. 1 document kept.\n'})
  const images = setup.lake.documents().filter(({_type}) => _type === 'sanity.imageAsset')
  expect(images).toMatchObject([{metadata: {dimensions: {width: 5}}}])
})

test('attributes of assets are kept, but an archive cannot set where an image is served from', async () => {
  const {createHash} = await import('node:crypto')
  const key = `image-${createHash('sha1').update(png).digest('hex')}`
  const hostile = {
    title: 'Summer',
    url: 'https://evil.example/',
    path: '../x',
    mimeType: 'text/html',
  }
  const result = await importing({
    'data.ndjson': guest('image@file://./images/a.png'),
    'images/a.png': png,
    'assets.json': JSON.stringify({[key]: hostile, 'image-other': {title: 'Other'}}),
  })
  expect(result.code).toBe(0)
  const asset = setup.lake.documents().find(({_type}) => _type === 'sanity.imageAsset')
  expect(asset).toMatchObject({title: 'Summer', mimeType: 'image/png'})
  expect(JSON.stringify(asset)).not.toContain('evil')
})

describe('nothing leaves the archive, and nothing is stored', () => {
  const data = guest('image@file://./images/a.png')
  const reference = (path: string): Entries => ({'data.ndjson': guest(path), 'images/a.png': png})

  test.each<[string, Entries, string]>([
    [
      'climbs with its reference',
      reference('file@file://./../../../etc/hostname'),
      'does not contain',
    ],
    ['climbs, encoded', reference('file@file://./%2e%2e/%2e%2e/etc/hostname'), 'does not contain'],
    [
      'refers to a file of the machine',
      reference('file@file:///etc/hostname'),
      'Expected a file of',
    ],
    ['refers to a host', reference('file@file://host/share'), 'Expected a file of'],
    ['refers to its own documents', reference('file@file://./data.ndjson'), 'does not contain'],
    ['has a path with ..', {'data.ndjson': data, '../../evil.png': png}, 'leaves the archive'],
    ['has an absolute path', {'data.ndjson': data, '/tmp/evil.png': png}, 'leaves the archive'],
    ['has a backslash', {'data.ndjson': data, 'images\\..\\evil.png': png}, 'leaves the archive'],
    [
      'has a symbolic link',
      {'data.ndjson': data, 'images/a.png': {type: 'symlink', linkname: '/etc/hostname'}},
      'It is a symlink',
    ],
    [
      'has a link to a folder and a file in it',
      {
        'data.ndjson': data,
        images: {type: 'symlink', linkname: '/tmp'},
        'images/a.png': png,
      },
      'It is a symlink',
    ],
    [
      'has a hard link',
      {'data.ndjson': data, 'images/a.png': {type: 'link', linkname: '../../etc/hostname'}},
      'It is a link',
    ],
    [
      'has a device',
      {'data.ndjson': data, 'images/a.png': {type: 'character-device'}},
      'a character-device',
    ],
    ['has a pipe', {'data.ndjson': data, 'images/a.png': {type: 'fifo'}}, 'It is a fifo'],
    [
      'has a long path',
      {'data.ndjson': data, [`images/${'a'.repeat(300)}`]: png},
      'longer than 255',
    ],
    ['is nested deeply', {'data.ndjson': data, 'a/b/c/d/e/f/g': png}, 'more than 5 folders'],
    [
      'has a file twice',
      {'data.ndjson': data, 'images/a.png': png, './images/a.png': png},
      'twice',
    ],
    ['has no documents', {'images/a.png': png}, 'contains no .ndjson file'],
    ['has documents twice', {'a.ndjson': data, 'b.ndjson': data}, 'several .ndjson files'],
    [
      'has broken attributes',
      {...reference('image@file://./images/a.png'), 'assets.json': '{'},
      'not valid JSON',
    ],
  ])('when an archive %s', async (_, entries, why) => {
    const result = await importing(entries)
    expect(result.code).toBe(1)
    expect(result.err).toContain(why)
    expect(setup.lake.count()).toBe(0)
  })

  test.each([
    ['no gzip', Buffer.from('plain text')],
    ['no tar', gzipSync('x'.repeat(2000))],
    ['empty', Buffer.alloc(0)],
  ])('when it is %s', async (_, bytes) => {
    await setup.write('export.tar.gz', bytes)
    expect((await setup.run('export.tar.gz')).err).toContain('not a complete .tar.gz archive')
  })

  test('when it is cut off', async () => {
    const whole = await archiveOf({'data.ndjson': data, 'images/a.png': png})
    await setup.write('export.tar.gz', whole.subarray(0, whole.length - 20))
    expect((await setup.run('export.tar.gz')).err).toContain('not a complete .tar.gz archive')
  })
})

test('what was unpacked is removed, after an import and after a refusal', async () => {
  const temporaryFolder = join(setup.folder, 'temporary')
  await mkdir(temporaryFolder)
  const entries = {'data.ndjson': guest('image@file://./images/a.png'), 'images/a.png': png}
  for (const [more, result] of [
    [{'files/link': {type: 'symlink', linkname: '/'}}, 'It is a symlink'],
    [{}, 'imported'],
  ] as const) {
    await setup.write('export.tar.gz', await archiveOf({...entries, ...more}))
    expect(await setup.runWith('export.tar.gz', {temporaryFolder})).toContain(result)
    expect(await readdir(temporaryFolder)).toEqual([])
  }
})

describe('bombs end at a limit', () => {
  const bomb = async (entries: Entries, limits: Partial<typeof defaultImportLimits>) => {
    const folder = await mkdtemp(join(tmpdir(), 'unpack-'))
    const archive = join(setup.folder, 'bomb.tar.gz')
    await writeFile(archive, await archiveOf(entries))
    const unpacked = unpackArchive(archive, 'bomb.tar.gz', {
      folder,
      limits: {...defaultImportLimits, ...limits},
      signal: new AbortController().signal,
    })
    const message = await unpacked.then(
      () => 'unpacked',
      (error: unknown) => String(error),
    )
    const written = (await readdir(folder)).length
    await rm(folder, {recursive: true})
    return {message, written}
  }

  test('after a number of bytes, although the archive is small', async () => {
    const entries = {'a.ndjson': '\n'.repeat(3_000_000), 'b.ndjson': '\n'.repeat(3_000_000)}
    const {message, written} = await bomb(entries, {archiveBytes: 1_000_000})
    expect(message).toContain('more than 1000000 bytes unpacked')
    expect(written).toBeLessThan(2)
  })

  test('after a number of entries', async () => {
    const entries = Object.fromEntries(Array.from({length: 50}, (_, n) => [`files/${n}`, 'x']))
    const {message, written} = await bomb(entries, {archiveEntries: 10})
    expect(message).toContain('more than 10 entries')
    expect(written).toBe(10)
  })

  test('before a file is written, when its header announces too much', async () => {
    const {message, written} = await bomb({'files/a': 'x'.repeat(2000)}, {assetBytes: 1000})
    expect(message).toContain('It has 2000 bytes, and the limit is 1000')
    expect(written).toBe(0)
  })
})
