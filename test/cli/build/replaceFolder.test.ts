import {existsSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {replaceFolder} from '../../../cli/build/replaceFolder.ts'
import {projectFolder} from '../support/fakeProject.ts'

const never = new AbortController().signal

const write = (text: string) => async (part: string) => writeFileSync(join(part, 'a.html'), text)

function site(files: Record<string, string>) {
  const project = projectFolder(files)
  const folder = join(project, 'dist/site')
  return {
    folder,
    text: () => readFileSync(join(folder, 'a.html'), 'utf8'),
    names: () => readdirSync(join(project, 'dist')),
  }
}

test('a complete folder replaces the earlier one and all of its files', async () => {
  const {folder, text, names} = site({'dist/site/a.html': 'old', 'dist/site/b.html': 'old'})
  await replaceFolder(folder, write('new'), never)
  expect([text(), existsSync(join(folder, 'b.html')), names()]).toEqual(['new', false, ['site']])
})

test('the first one is created', async () => {
  const {folder, text} = site({})
  await replaceFolder(folder, write('new'), never)
  expect(text()).toBe('new')
})

test('a build that fails halfway leaves the last good one', async () => {
  const {folder, text, names} = site({'dist/site/a.html': 'old'})
  const fail = async (part: string) => {
    await write('half')(part)
    throw new Error('no page')
  }
  await expect(replaceFolder(folder, fail, never)).rejects.toThrow('no page')
  expect([text(), names()]).toEqual(['old', ['site']])
})

test('a build that was stopped leaves the last good one, although it calls itself complete', async () => {
  const {folder, text, names} = site({'dist/site/a.html': 'old'})
  await expect(replaceFolder(folder, write('half'), AbortSignal.abort())).rejects.toThrow('aborted')
  expect([text(), names()]).toEqual(['old', ['site']])
})

test('what a killed build left behind is not part of the next one', async () => {
  const {folder, text, names} = site({'dist/site/a.html': 'old', 'dist/site.part/x.html': ''})
  // Killed between the two steps of the swap.
  renameSync(folder, `${folder}.old`)
  const fail = () => Promise.reject(new Error('no page'))
  await expect(replaceFolder(folder, fail, never)).rejects.toThrow('no page')
  expect([text(), names()]).toEqual(['old', ['site']])
})

test('a file where the folder should be is one sentence', async () => {
  const {folder} = site({dist: ''})
  await expect(replaceFolder(folder, write('new'), never)).rejects.toMatchObject({
    name: 'CliError',
    message: expect.stringMatching(/Could not write to .*dist.site/),
  })
})
