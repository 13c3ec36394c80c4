import {mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import type {StoredPage} from '../../../loaders/adapters/http/index.ts'
import {pageFiles} from '../../../site/server/pageFiles.ts'

const source = 'https://community.example touchpoints production'
const page: StoredPage = {
  status: 200,
  headers: {'content-type': 'text/html', 'content-security-policy': "default-src 'none'"},
  body: new TextEncoder().encode('<p>Zürich\n\n2 lines</p>'),
  syncTags: ['s1:a', 's1:b'],
  until: Infinity,
  renderedAt: Date.UTC(2026, 10, 26),
}

describe('pages on disk', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'touchpoints-pages-'))
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  test('are the same after a restart, and outdated, because nobody knows what happened meanwhile', async () => {
    await pageFiles(folder, {source}).write('/meetings/', page)
    const read = await pageFiles(folder, {source}).read('/meetings/')
    expect(read).toEqual({...page, body: Buffer.from(page.body), until: 0})
  })

  test('are replaced and removed', async () => {
    const store = pageFiles(join(folder, 'new', 'folder'), {source})
    await store.write('/', page)
    await store.write('/', {...page, status: 404})
    expect(await store.read('/')).toMatchObject({status: 404})
    await store.delete('/')
    await store.delete('/')
    expect(await store.read('/')).toBeUndefined()
  })

  test('that a crash or a stranger damaged are absent, not an error', async () => {
    const store = pageFiles(folder, {source})
    await store.write('/', page)
    const [name = ''] = readdirSync(folder)
    const file = join(folder, name)
    truncateSync(file, 20)
    expect(await store.read('/')).toBeUndefined()
    for (const text of ['', '\n', '{}\n', '{"key":"/other","status":200}\nbody', 'null\n']) {
      writeFileSync(file, text)
      expect(await store.read('/')).toBeUndefined()
    }
  })

  test('of another site or dataset are absent, because a folder can outlive a setting', async () => {
    await pageFiles(folder, {source}).write('/', page)
    expect(await pageFiles(folder, {source: `${source}-2`}).read('/')).toBeUndefined()
  })

  test('are limited in number: the ones written first are removed', async () => {
    const store = pageFiles(folder, {source, maxFiles: 3})
    for (let count = 0; count < 10; count += 1) await store.write(`/${count}`, page)
    expect(readdirSync(folder)).toHaveLength(3)
    expect(await store.read('/9')).toBeDefined()
  })

  test('are removed by their sync tags, and an unreadable one with them, so that nothing withdrawn stays', async () => {
    const store = pageFiles(folder, {source})
    expect(await pageFiles(join(folder, 'absent'), {source}).outdate(() => true)).toEqual([])
    await store.write('/meetings/', page)
    await store.write('/other/', {...page, syncTags: ['s1:other']})
    writeFileSync(join(folder, 'damaged.page'), 'damaged')
    expect(await store.outdate((tags) => tags.includes('s1:b'))).toEqual(['/meetings/'])
    expect(await store.read('/meetings/')).toBeUndefined()
    expect(await store.read('/other/')).toBeDefined()
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('leave no file behind when a write fails', async () => {
    const store = pageFiles(join(folder, 'file'), {source})
    writeFileSync(join(folder, 'file'), '')
    await expect(store.write('/', page)).rejects.toThrow(/EEXIST|ENOTDIR/)
    expect(readdirSync(folder)).toEqual(['file'])
  })
})
