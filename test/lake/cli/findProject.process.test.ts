import {execFile} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, test} from 'vitest'

import {folderWith} from './support.ts'

const run = promisify(execFile)
const program = join(import.meta.dirname, 'findProjectProgram.ts')

/** Returns what the command finds in a folder with these files, with `--dataset` for each of the datasets. */
async function find(
  files: Readonly<Record<string, string>>,
  below = '',
  ...datasets: string[]
): Promise<unknown> {
  const folder = folderWith(files)
  if (below) mkdirSync(join(folder, below), {recursive: true})
  const args = [program, join(folder, below), ...datasets]
  const {stdout} = await run(process.execPath, args, {encoding: 'utf8'})
  const line = stdout.trim().replaceAll(folder, '<folder>')
  const found: unknown = JSON.parse(line)
  return found
}

const cli = (api: string, head = '') =>
  `import {defineCliConfig} from 'sanity/cli'\n${head}\nexport default defineCliConfig({api: ${api}})`

describe('the project of a folder', () => {
  test('is in sanity.cli.ts, without Sanity installed', async () => {
    const api = `{projectId: 'abc123', dataset: 'staging'}`
    const types = 'enum Unused {}'.replace(/.*/, 'type Unused = {a: string}')
    expect(await find({'sanity.cli.ts': cli(api, types)}, 'schemas/objects')).toEqual({
      root: '<folder>',
      names: ['abc123.staging'],
      notes: [],
    })
  })

  test('is in variables of .env files, also behind another module of the project', async () => {
    const files = {
      'sanity.cli.ts': cli(`{projectId, dataset}`, `import {projectId, dataset} from './env'`),
      'env.ts': `import {assert} from 'some-package'
        export const projectId: string = process.env.SANITY_STUDIO_PROJECT_ID!
        export const dataset = import.meta.env.SANITY_STUDIO_DATASET ?? 'production'
        assert(projectId)`,
      '.env': 'SANITY_STUDIO_PROJECT_ID=old\nSANITY_STUDIO_DATASET=staging',
      '.env.local': 'SANITY_STUDIO_PROJECT_ID=abc123',
    }
    expect(await find(files)).toMatchObject({names: ['abc123.staging'], notes: []})
  })

  test('has the datasets of all workspaces of sanity.config.ts, those of sanity.cli first', async () => {
    const files = {
      'sanity.cli.js': cli(`{projectId: 'abc123'}`),
      'sanity.config.ts': `'use client'
        import {visionTool} from '@sanity/vision'
        import {defineConfig, type Workspace} from 'sanity'
        import {structureTool as structure} from 'sanity/structure'
        import {types} from './schemas'
        const shared = {plugins: [structure({}), ...visionTool()], schema: {types}}
        export default defineConfig([
          {...shared, name: 'one', projectId: 'abc123', dataset: 'production'},
          {...shared, name: 'two', projectId: 'abc123', dataset: 'staging'},
          {...shared, name: 'three', projectId: 'xyz789', dataset: 'production'},
        ])`,
      'schemas.js': `import {defineType} from 'sanity'\nexport const types = [defineType({name: 'post'})]`,
    }
    expect(await find(files)).toMatchObject({
      names: ['abc123.production', 'abc123.staging', 'xyz789.production'],
      notes: [],
    })
  })

  test('is in a module behind a path of tsconfig.json, which may have comments', async () => {
    const files = {
      'sanity.cli.ts': cli(`{projectId: 'abc123', dataset: ds}`, `import {ds} from '@/x'`),
      'tsconfig.json': `{/* base */ "compilerOptions": {"paths": {"@/*": ["./src/*"],}}}`,
      'src/x.ts': `export const ds: string = process.env.SANITY_STUDIO_DATASET ?? ''`,
      '.env': 'SANITY_STUDIO_DATASET=staging',
    }
    expect(await find(files)).toMatchObject({names: ['abc123.staging'], notes: []})
  })

  test('leaves out a workspace with an unknown dataset, because production would be a guess', async () => {
    const files = {
      'sanity.config.ts': `import {ds} from '@acme/names'
        export default [
          {projectId: 'abc123', dataset: 'staging'},
          {projectId: 'abc123', dataset: ds},
          {projectId: 'abc123', dataset: ds + '-old'},
        ]`,
    }
    expect(await find(files)).toMatchObject({
      names: ['abc123.staging'],
      notes: [expect.stringMatching(/from "@acme\/names", which .* left out\. .*--dataset/)],
    })
  })

  test('is read without the images, styles and components that its files import', async () => {
    const files = {
      'sanity.config.ts': `import logo from './logo.svg'
        import './studio.css'
        import {Icon} from './Icon'
        export default {projectId: 'abc123', dataset: 'staging', icon: Icon, logo}`,
      'logo.svg': '<svg/>',
      'studio.css': 'a {}',
      'Icon.tsx': 'export const Icon = () => <b>A</b>',
    }
    expect(await find(files)).toMatchObject({names: ['abc123.staging'], notes: []})
  })

  test('can come from a package, which is then loaded', async () => {
    const files = {
      'sanity.cli.mjs': cli('{projectId: basename("a/abc123")}', `import {basename} from 'pathe'`),
      'package.json': '{}',
    }
    const found = await find(files)
    expect(found).toMatchObject({
      error: expect.stringMatching(/from "pathe", .*Cannot find package 'pathe'/),
    })
  })
})

describe('a dataset that a file names without a value never becomes production:', () => {
  test('the error names the field and the variable', async () => {
    const api = `{projectId: 'abc123', dataset: process.env.UNSET}`
    expect(await find({'sanity.cli.ts': cli(api)})).toMatchObject({
      error: expect.stringMatching(
        /^sanity\.cli\.ts has no value for api\.dataset\. It reads UNSET, which is not set\. Set it in \.env, .*--dataset production$/,
      ),
    })
  })

  test('the error leaves out variables that are about something else, if one is about the dataset', async () => {
    const api = `{projectId: 'abc123', dataset: process.env.MY_DATASET}, vite: process.env.QUIET`
    expect(await find({'sanity.cli.ts': cli(api)})).toMatchObject({
      error: expect.stringContaining('It reads MY_DATASET, which is not set.'),
    })
  })

  test('nor does an empty variable, a template of one, or null', async () => {
    for (const value of ['process.env.EMPTY', '`${process.env.UNSET}`', 'null']) {
      const files = {
        'sanity.config.ts': `export default {projectId: 'abc123', dataset: ${value}}`,
        '.env': 'EMPTY=',
      }
      expect(await find(files)).toMatchObject({
        error: expect.stringMatching(/^sanity\.config\.ts has no value for dataset\./),
      })
    }
  })

  test('a workspace without one is left out with a note, and the others are served', async () => {
    const files = {
      'sanity.config.ts': `import {names} from './names'
        export default [
          {name: 'live', projectId: 'abc123', dataset: 'staging'},
          {name: 'next', projectId: 'abc123', dataset: names.next},
          {name: 'other', projectId: process.env.OTHER_ID, dataset: 'staging'},
        ]`,
      'names.ts': `export const names = {next: process.env.NEXT_NAME}`,
    }
    expect(await find(files)).toMatchObject({
      names: ['abc123.staging'],
      notes: [
        expect.stringMatching(
          /no value for dataset of the workspace next and projectId of the workspace other\. It reads NEXT_NAME and OTHER_ID, which are not set/,
        ),
      ],
    })
  })

  test('--dataset names it, and the file names the project', async () => {
    const files = {'sanity.cli.ts': cli(`{projectId: 'abc123', dataset: process.env.UNSET}`)}
    expect(await find(files, '', 'staging')).toMatchObject({names: ['abc123.staging'], notes: []})
  })

  test('a file that names no dataset has production', async () => {
    const files = {'sanity.cli.ts': cli(`{projectId: 'abc123'}`)}
    expect(await find(files)).toMatchObject({names: ['abc123.production'], notes: []})
  })
})

describe('without a project, the error says why:', () => {
  test('a variable that is not set', async () => {
    const api = '{projectId: process.env.SANITY_STUDIO_PROJECT_ID}'
    expect(await find({'sanity.cli.ts': cli(api)})).toMatchObject({
      error: expect.stringMatching(
        /sanity\.cli\.ts has no project ID\. It reads SANITY_STUDIO_PROJECT_ID, which is not set.* pass --project/,
      ),
    })
  })

  test('several variables that are not set', async () => {
    const api = '{projectId: process.env.SANITY_PROJECT || process.env.SANITY_ID}'
    expect(await find({'sanity.cli.ts': cli(api)})).toMatchObject({
      error: expect.stringMatching(
        /It reads SANITY_PROJECT and SANITY_ID, which are not set\. Set them in \.env, or pass --project/,
      ),
    })
  })

  test('a dataset from an import that is not installed', async () => {
    const api = `{projectId: 'abc123', dataset: ds}`
    expect(await find({'sanity.cli.ts': cli(api, `import {ds} from '@/x'`)})).toMatchObject({
      error: expect.stringMatching(/takes a project ID or dataset from "@\/x".*--dataset/),
    })
  })

  test('a file that throws', async () => {
    expect(await find({'sanity.cli.ts': 'throw new Error("No such team")'})).toMatchObject({
      error: expect.stringMatching(/sanity\.cli\.ts could not be read \(No such team\)/),
    })
  })

  test('no file', async () => {
    expect(await find({})).toMatchObject({error: expect.stringMatching(/no sanity\.cli\.ts/)})
  })
})
