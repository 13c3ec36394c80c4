import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {readDocuments} from '../../../cli/check/readDocuments.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'))
})
afterAll(() => rm(folder, {recursive: true}))

test('a folder is read file by file, sorted by name, and blank lines are skipped', async () => {
  await writeFile(join(folder, 'b.ndjson'), '{"_id":"2","_type":"guest"}\n')
  await writeFile(join(folder, 'a.ndjson'), '\n{"_id":"1","_type":"guest"}\r\n\n')
  const documents = await readDocuments([folder], folder)
  expect(documents.map(({document}) => document._id)).toEqual(['1', '2'])
})

test.each(['{"_id":"1"', '[]', '"text"', '{"_id":"1"}'])(
  'the line %s is rejected with its file and number',
  async (line) => {
    const file = join(folder, 'bad.txt')
    await writeFile(file, `{"_id":"1","_type":"guest"}\n${line}\n`)
    await expect(readDocuments([file], folder)).rejects.toThrow(`${file}:2 is not a document`)
  },
)

test('a path that does not exist is named in the error', async () => {
  await expect(readDocuments([join(folder, 'none')], folder)).rejects.toThrow(
    `${join(folder, 'none')} does not exist.`,
  )
})

test('a folder of folders names them, because one of them is probably meant', async () => {
  await mkdir(join(folder, 'content', 'sample'), {recursive: true})
  await expect(readDocuments(['content'], folder)).rejects.toThrow(
    `Choose a folder in it: ${join('content', 'sample')}.`,
  )
})
