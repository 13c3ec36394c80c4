import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {Lake} from '@touchpoints/lake'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, onTestFinished, test} from 'vitest'

import {openLake} from '../../cli/dev/openLake.ts'
import {readSettings} from '../../cli/dev/settings.ts'

const root = resolve(import.meta.dirname, '../..')

function projectFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-open-lake-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return folder
}

async function opened(folder: string, content?: string) {
  const lines: string[] = []
  const settings = readSettings({TOUCHPOINTS_CONTENT: content}, folder)
  const lake = await openLake(settings, folder, (line) => void lines.push(line))
  return {lake, lines}
}

async function query(lake: Lake, groq: string): Promise<unknown> {
  const url = `http://127.0.0.1/v${apiVersion}/data/query/production?query=${encodeURIComponent(groq)}`
  const response = await lake.fetch(new Request(url))
  return Reflect.get(Object(await response.json()), 'result')
}

test('a first start imports the documents and the images that they name', async () => {
  const folder = projectFolder()
  cpSync(join(root, 'content'), join(folder, 'content'), {recursive: true})
  const {lake, lines} = await opened(folder, 'lantern')
  const found = await query(
    lake,
    '*[_id == "community"][0]{name, "logo": logo{alt, asset->{extension, size}}, icon}',
  )
  const size = readFileSync(join(root, 'content/lantern/images/logo.png')).byteLength
  expect(found).toMatchObject({
    name: 'Lantern Commons',
    logo: {alt: null, asset: {extension: 'png', size}},
    icon: {_type: 'image', asset: {_type: 'reference', _ref: expect.stringMatching(/^image-/)}},
  })
  expect(JSON.stringify(found)).not.toContain('_sanityAsset')
  expect(lines).toHaveLength(1)
  lake.close()
})

test('two contents never share a lake, also after a change of the setting', async () => {
  const folder = projectFolder()
  const guest = (id: string) => `{"_id":"${id}","_type":"guest","name":"${id}"}\n`
  for (const name of ['todo', 'reef']) {
    mkdirSync(join(folder, 'content', name), {recursive: true})
    writeFileSync(join(folder, 'content', name, 'guests.ndjson'), guest(name))
  }
  for (const name of ['todo', 'reef', 'todo', undefined]) {
    const {lake} = await opened(folder, name)
    expect(await query(lake, '*[_type == "guest"]._id')).toEqual([name ?? 'todo'])
    lake.close()
  }
})

test.each([
  ['image@file://./images/missing.png', 'ENOENT'],
  ['image@file://./../../secret.png', 'outside the folder'],
  ['image@https://example.org/logo.png', 'expected a file'],
  ['image@file://./guests.ndjson', 'responded with'],
])(
  'an image that cannot be stored is reported, and its document is there: %s',
  async (name, why) => {
    const folder = projectFolder()
    mkdirSync(join(folder, 'content'))
    const photo = {_type: 'image', _sanityAsset: name, alt: 'A photo'}
    const text = JSON.stringify({_id: 'ada', _type: 'guest', name: 'Ada', photo})
    writeFileSync(join(folder, 'content/guests.ndjson'), text)
    const {lake, lines} = await opened(folder)
    expect(lines.join('\n')).toContain(why)
    expect(await query(lake, '*[_type == "guest"].photo')).toEqual([
      {_type: 'image', alt: 'A photo'},
    ])
    lake.close()
  },
)

test('a line that is not a document is reported, and nothing is stored', async () => {
  const folder = projectFolder()
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content/guests.ndjson'), '{"_sanityAsset"\n')
  await expect(opened(folder)).rejects.toThrow('guests.ndjson')
  writeFileSync(join(folder, 'content/guests.ndjson'), '{"_id":"ada","_type":"guest"}\n')
  const {lake} = await opened(folder)
  expect(lake.count()).toBe(1)
  lake.close()
})
