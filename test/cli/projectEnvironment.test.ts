import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {projectEnvironment} from '../../cli/projectEnvironment.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-env-'))
})
afterEach(() => rm(folder, {recursive: true}))

test('the file .env of a project has variables for every command, and the shell wins', async () => {
  await writeFile(
    join(folder, '.env'),
    'SANITY_STUDIO_PROJECT_ID=abc123de\nSITE_URL=https://a.example\n',
  )
  expect(projectEnvironment(folder, {SITE_URL: 'https://b.example', PATH: '/bin'})).toEqual({
    SANITY_STUDIO_PROJECT_ID: 'abc123de',
    SITE_URL: 'https://b.example',
    PATH: '/bin',
  })
})

test('a copy of .env.example sets nothing but the name of the dataset, which is the default', async () => {
  const example = resolve(import.meta.dirname, '../../create/template/base/_env.example')
  await writeFile(join(folder, '.env'), await readFile(example))
  expect(projectEnvironment(folder, {})).toEqual({SANITY_STUDIO_DATASET: 'production'})
})

test('without the file, the variables are those of the shell', () => {
  expect(projectEnvironment(folder, {PATH: '/bin'})).toEqual({PATH: '/bin'})
})
