import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeEach, describe, expect, test} from 'vitest'

import {fileAnswers} from '../../../loaders/lastGood/fileAnswers.ts'
import {memoryAnswers} from '../../../loaders/lastGood/memoryAnswers.ts'
import {answerStoreContract} from './answerStoreContract.ts'

const base = mkdtempSync(join(tmpdir(), 'touchpoints-answers-'))
let count = 0
let folder = base

beforeEach(() => {
  folder = join(base, String(count++), 'answers')
})
afterAll(() => rmSync(base, {recursive: true}))

answerStoreContract('memory', 10_000, memoryAnswers)
// Bytes on disk are those of UTF-8, so that the same limit has room for twice as much plain text.
answerStoreContract('a folder', 500, ({maxBytes, ...limits} = {}) =>
  fileAnswers(folder, {...limits, ...(maxBytes !== undefined && {maxBytes: maxBytes / 2})}),
)

describe('a folder', () => {
  const onlyFile = () => join(folder, readdirSync(folder)[0] ?? '')

  test('survives a restart, which is its purpose', async () => {
    await fileAnswers(folder).set('page', 'text')
    expect(await fileAnswers(folder).get('page')).toBe('text')
  })

  test.each([
    ['cut off', (text: string) => text.slice(0, -3)],
    ['empty', () => ''],
    ['of zeros', (text: string) => '\0'.repeat(text.length)],
    ['changed in one letter', (text: string) => text.replace('text', 'test')],
    ['of another version', (text: string) => text.replace('answer 1', 'answer 2')],
  ])('a file that is %s counts as absent, and is replaced', async (_, damage) => {
    const store = fileAnswers(folder)
    await store.set('page', 'some text')
    writeFileSync(onlyFile(), damage(readFileSync(onlyFile(), 'utf8')))
    expect(await store.get('page')).toBeUndefined()
    await store.set('page', 'new text')
    expect(await store.get('page')).toBe('new text')
  })

  test('files of earlier processes count, and so do drafts of a crashed one', async () => {
    const before = fileAnswers(folder)
    for (let index = 0; index < 20; index++) await before.set(`${index}`, 'text')
    writeFileSync(join(folder, 'x.answer.draft'), 'half')
    await fileAnswers(folder, {maxAnswers: 3}).set('new', 'text')
    expect(readdirSync(folder)).toHaveLength(3)
  })

  test('leaves no draft behind and writes nothing outside, so that the disk stays bounded', async () => {
    const store = fileAnswers(folder, {maxBytes: 2000})
    for (let index = 0; index < 50; index++) await store.set(`${index}`, 'x'.repeat(300))
    const bytes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2000)
    expect(readdirSync(join(folder, '..'))).toEqual(['answers'])
  })

  test('a folder that is a file is an error of the store, not silence', async () => {
    writeFileSync(join(base, 'file'), '')
    const store = fileAnswers(join(base, 'file'))
    await expect(store.set('page', 'text')).rejects.toThrow('file')
    await expect(store.get('page')).rejects.toThrow('ENOTDIR')
  })
})
