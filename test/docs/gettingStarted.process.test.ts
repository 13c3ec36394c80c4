import {execFile} from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {createLake, serve, type Lake, type RunningLake} from '../../lake/index.ts'
import {createLine, initLine} from '../support/createLine.ts'
import {readContent} from '../support/readContent.ts'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, code = '']) => code,
  )
const lines = blocks('sh').flatMap((code) => code.trim().split('\n'))
const command = 'npm run touchpoints -- '

/** Lines that other tests run, because each needs its own project or the whole machine. */
const elsewhere = new Map([
  ['npm ci', 'test/packaging/support/createdProject.ts'],
  ['npm run pack', 'test/packaging/package.test.ts'],
  [createLine, 'test/packaging/support/createdProject.ts'],
  [initLine, 'test/create/startProject.test.ts'],
  ['cd ../my-community', 'test/packaging/support/createdProject.ts'],
  ['npm install', 'test/packaging/support/createdProject.ts'],
  ['npm start', 'test/packaging/support/createdProject.ts'],
  ['npx touchpoints import SOURCE', 'test/cli/import.test.ts'],
  ['npm run save', 'test/packaging/create.test.ts'],
  ['npm run build', 'test/packaging/create.test.ts'],
  ['npm ci && npm start', 'test/browser/support/startAll.ts'],
  ['TOUCHPOINTS_NOW=2024-03-20T00:00:00Z npm start', 'test/browser/site/meetingsPage.test.ts'],
  ['npx node meetings.ts', 'test/docs/gettingStarted.process.test.ts'],
  [
    'npm install ../touchpoints/packed/touchpoints-{0,calendar,schemas,words}*.tgz',
    'test/packaging/limits.test.ts',
  ],
])

let lake: Lake
let server: RunningLake
let folder: string

beforeAll(async () => {
  lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
  const text = readContent().map((document) => JSON.stringify(document))
  lake.import([{file: 'content.ndjson', text: text.join('\n')}])
  server = await serve(lake, {port: 0})
  folder = mkdtempSync(join(tmpdir(), 'touchpoints-getting-started-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const old = '# Virtual meetings\n\nWe meet on Thursdays.\n\n## Next touchpoint\n\nIn spring.\n'
  writeFileSync(join(folder, 'meetings.md'), old)
})

afterAll(async () => {
  await server.close()
  lake.close()
  rmSync(folder, {recursive: true})
})

async function run(args: string[]): Promise<string> {
  const {stdout} = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    timeout: 60_000,
    env: {
      ...process.env,
      SANITY_API_HOST: server.url,
      TOUCHPOINTS_SAMPLE_FEEDS: join(root, 'content/todo/feeds'),
    },
  })
  return stdout
}

describe('docs/getting-started.md', () => {
  test('has a program with the output that the page shows', async () => {
    const [program = '', ...more] = blocks('ts')
    expect(more).toEqual([])
    const file = join(folder, 'meetings.ts')
    writeFileSync(file, program.replace('http://localhost:3900', server.url))
    const printed = [...program.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line)
    expect((await run([file])).trimEnd().split('\n')).toEqual(printed)
  })

  test.each(lines.filter((line) => line.startsWith(command)))(
    'has a command that succeeds: %s',
    async (line) => {
      const words = line.slice(command.length).split(' ')
      await expect(run([join(root, 'cli/main.ts'), ...words])).resolves.toBeDefined()
    },
  )

  test('has only lines that a test runs', () => {
    const unknown = lines.filter((line) => !line.startsWith(command) && !elsewhere.has(line))
    expect(unknown).toEqual([])
  })

  test('has files of tests for the lines that they run', () => {
    const missing = [...elsewhere.values()].filter((file) => !existsSync(join(root, file)))
    expect(missing).toEqual([])
  })

  test('begins with the same project as the README, that of the reader', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    expect(lines).toContain(createLine)
    expect(/```sh\n([^`]*)```/.exec(readme)?.[1]).toContain(createLine)
  })

  test('links to every page', () => {
    const links = [...page.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, link]) => link)
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const all = pagesOf().filter((name) => name !== 'getting-started.md')
    expect(all.filter((name) => !links.includes(name))).toEqual([])
    expect(pagesOf().filter((name) => !readme.includes(`](docs/${name})`))).toEqual([])
  })
})

function pagesOf(): string[] {
  return globSync('*.md', {cwd: join(root, 'docs')})
}
