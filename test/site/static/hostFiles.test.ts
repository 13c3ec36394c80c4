import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {writeHostFiles} from '../../../site/integration/hostFiles.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-host-files-'))
})
afterEach(() => rm(folder, {recursive: true}))

const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined)
const write = (name: string, text: string) => writeFile(join(folder, name), text)
/** What Astro writes for a redirect of a page. */
const redirectTo = (path: string) =>
  `<!doctype html><title>Redirecting to: ${path}</title><meta http-equiv="refresh" content="0;url=${path}">`

test('rules have the paths of the folder, because hosts with such rules serve it at their root', async () => {
  await write('index.html', redirectTo('/repository/community/meetings/'))
  await writeHostFiles(folder)
  const paths = (await read('_headers'))?.split('\n').filter((line) => line.startsWith('/'))
  expect(paths).toEqual(['/*', '/_astro/*', '/media/images/*', '/api/*'])
})

test('the root leads to the meetings at the address that visitors see', async () => {
  await write('index.html', redirectTo('/repository/community/meetings/'))
  await writeHostFiles(folder)
  expect(await read('_redirects')).toBe('/ /repository/community/meetings/ 302\n')
})

test('a page of the project at the root stays there', async () => {
  await write('index.html', '<!doctype html><title>Home</title>')
  await writeHostFiles(folder)
  expect(await read('_redirects')).toBeUndefined()
})

test('rules of the project stay, and come first', async () => {
  await write('index.html', redirectTo('/community/meetings/'))
  await write('_redirects', '/old /new 301\n')
  await write('_headers', '/own/*\n  x-own: 1')
  await writeHostFiles(folder)
  expect(await read('_redirects')).toBe('/old /new 301\n\n/ /community/meetings/ 302\n')
  expect(await read('_headers')).toMatch(/^\/own\/\*\n {2}x-own: 1\n\n\/\*\n {2}content-security/)
})
