import {execFile} from 'node:child_process'
import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {readManifest, root} from '../support/workspaces.ts'
import {emptyProject} from './support/emptyProject.ts'
import {installTarballs, installTime} from './support/installTarballs.ts'

const run = promisify(execFile)
let folder: string

/** Runs the installed command. */
const lake = (...args: readonly string[]) => run('npx', ['lake', ...args], {cwd: folder})

beforeAll(async () => {
  const project = await emptyProject()
  folder = project.folder
  await installTarballs(folder, ['touchpoints-lake'])
  const versions = Object(readManifest(root)['devDependencies'])
  const peers = ['vitest', '@sanity/client'].map((name) => `${name}@${versions[name]}`)
  await run('npm', ['install', '--no-audit', '--no-fund', '--save-dev', ...peers], {cwd: folder})
  const config = `import {defineCliConfig} from 'sanity/cli'
    export default defineCliConfig({api: {projectId: 'abc123', dataset: 'production'}})`
  await writeFile(join(folder, 'sanity.cli.ts'), config)
  await writeFile(join(folder, 'seed.ndjson'), '{"_id":"a","_type":"post","title":"Hello"}\n')
}, installTime)

afterAll(() => rm(folder, {recursive: true, force: true}))

describe('@touchpoints/lake, installed alone', () => {
  test('is run by npx, and says its version and its options', async () => {
    const {stdout} = await lake('--version')
    expect(stdout.trim()).toBe(readManifest(join(root, 'lake'))['version'])
    expect((await lake('--help')).stdout).toContain('lake exec [options] -- PROGRAM')
  })

  test('reads the project, seeds it, and leads a program to it', async () => {
    const path = '/v1/data/query/production?query=*[0].title'
    const program = `fetch('https://abc123.api.sanity.io${path}').then((response) => response.json()).then(({result}) => console.log(result))`
    const options = ['--memory', '--seed', 'seed.ndjson']
    const {stdout} = await lake('exec', ...options, '--', 'node', '-e', program)
    expect(stdout).toBe('Hello\n')
  })

  test('gives the tests of a project datasets of their own', async () => {
    await writeFile(
      join(folder, 'posts.test.ts'),
      `import {createClient} from '@sanity/client'
      import {lakeTest} from '@touchpoints/lake/vitest'
      import {expect} from 'vitest'

      const test = lakeTest({seed: 'seed.ndjson'})
      test.for([1, 2])('one post each time: %i', async (_, {lake}) => {
        const client = createClient({...lake.config, apiVersion: '${apiVersion}'})
        expect(await client.fetch('count(*[_type == "post"])')).toBe(1)
        await client.delete('a')
      })`,
    )
    const {stdout} = await run('npx', ['vitest', 'run'], {cwd: folder})
    expect(stdout).toMatch(/2 passed/)
  })
})
