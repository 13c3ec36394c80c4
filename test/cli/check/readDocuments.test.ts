import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {readDocuments} from '../../../cli/check/readDocuments.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'))
})
afterAll(() => rm(folder, {recursive: true}))

test('reads every NDJSON file of a folder in the order of their names, blank lines aside', async () => {
  await writeFile(join(folder, 'b.ndjson'), '{"_id":"2","_type":"guest"}\n')
  await writeFile(join(folder, 'a.ndjson'), '\n{"_id":"1","_type":"guest"}\r\n\n')
  expect((await readDocuments([folder], folder)).map(({_id}) => _id)).toEqual(['1', '2'])
})

test.each(['{"_id":"1"', '[]', '"text"', '{"_id":"1"}'])(
  'refuses the line %s by file and number',
  async (line) => {
    const file = join(folder, 'bad.txt')
    await writeFile(file, `{"_id":"1","_type":"guest"}\n${line}\n`)
    await expect(readDocuments([file], folder)).rejects.toThrow(`${file}:2 is no document`)
  },
)

test('says which path leads nowhere', async () => {
  await expect(readDocuments([join(folder, 'none')], folder)).rejects.toThrow(
    'There is no file or folder',
  )
})
