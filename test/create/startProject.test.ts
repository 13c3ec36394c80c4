import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test as base} from 'vitest'

import {CreateError} from '../../create/CreateError.ts'
import type {FlagValues} from '../../create/flags.ts'
import type {Questions} from '../../create/questions.ts'
import {startProject} from '../../create/startProject.ts'

const flags: FlagValues = {zone: 'Europe/Paris', yes: true}

interface Fixtures {
  /** An empty folder. */
  place: string
  start: (
    request: {flags?: FlagValues; folder?: string; init?: boolean},
    questions?: Questions,
  ) => Promise<string>
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
  place: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoints-create-'))
    await use(folder)
    await rm(folder, {recursive: true})
  },
  start: async ({place}, use) => {
    await use(async ({flags: given = flags, folder, init = false}, questions) => {
      let output = ''
      const print = (line: string) => {
        output += `${line}\n`
      }
      await startProject(
        {flags: given, folder, init},
        {currentFolder: place, machineZone: 'UTC', print, questions},
      )
      return output
    })
  },
})

const read = async (...path: string[]) => readFile(join(...path), 'utf8')

test('a new project is in its folder, and the message says what comes next', async ({
  place,
  start,
}) => {
  const output = await start({folder: 'maps'})
  expect(await readdir(join(place, 'maps'))).toEqual(
    expect.arrayContaining(['package.json', 'content', 'site', 'README.md', '.gitignore']),
  )
  expect(output).toMatch(/cd maps\n\s+npm install\n\s+npm start/)
  expect(output).not.toContain('import')
})

test('a folder with files is refused and not changed, with the way to add to it', async ({
  place,
  start,
}) => {
  await mkdir(join(place, 'maps'))
  await writeFile(join(place, 'maps/notes.txt'), 'mine')
  await expect(start({folder: 'maps'})).rejects.toThrow(/not empty: it has notes\.txt\..*--init/)
  expect(await readdir(join(place, 'maps'))).toEqual(['notes.txt'])
})

test('a cloned empty repository counts as empty', async ({place, start}) => {
  await mkdir(join(place, '.git'))
  await start({folder: '.'})
  expect(await readdir(place)).toContain('package.json')
})

test('a folder is required where nobody can be asked for it', async ({start}) => {
  await expect(start({})).rejects.toThrow('A folder is missing')
})

test('Ctrl-C at the last question writes nothing', async ({place, start}) => {
  const questions: Questions = {
    start: () => {},
    text: async ({initial}) => initial ?? '',
    choose: async () => {
      throw new CreateError('stopped', 'Stopped. Nothing was written.')
    },
  }
  await expect(start({flags: {}, folder: 'maps'}, questions)).rejects.toThrow('Nothing was written')
  expect(await readdir(place)).toEqual([])
})

test('an invalid flag writes nothing', async ({place, start}) => {
  const wrong = {...flags, calendar: ['nonsense']}
  await expect(start({flags: wrong, folder: 'maps'})).rejects.toThrow('--calendar')
  expect(await readdir(place)).toEqual([])
})

test('a folder to import is named as seen from the project, and an address stays', async ({
  start,
}) => {
  const local = await start({folder: 'maps', flags: {...flags, import: 'old/site'}})
  expect(local).toContain('npx touchpoints import ../old/site\n')
  const address = 'https://github.com/example/maps'
  const remote = await start({folder: 'maps-2', flags: {...flags, import: address}})
  expect(remote).toContain(`npx touchpoints import ${address}\n`)
})

test('tarballs of a folder are dependencies, also those that others depend on', async ({
  place,
  start,
}) => {
  const names = ['calendar', 'cli', 'elements', 'importers', 'lake', 'schemas', 'studio', 'words']
  const files = ['touchpoints', 'create-touchpoints', ...names.map((name) => `touchpoints-${name}`)]
  await mkdir(join(place, 'packed'))
  for (const file of files) await writeFile(join(place, 'packed', `${file}-0.1.0.tgz`), '')
  const withPackages = {...flags, framework: 'none', packages: 'packed'}
  await start({folder: 'maps', flags: withPackages})
  const {dependencies} = JSON.parse(await read(place, 'maps/package.json'))
  expect(dependencies).toMatchObject({
    touchpoints: 'file:../packed/touchpoints-0.1.0.tgz',
    'create-touchpoints': 'file:../packed/create-touchpoints-0.1.0.tgz',
    '@touchpoints/lake': 'file:../packed/touchpoints-lake-0.1.0.tgz',
  })
  const ours = Object.entries(dependencies).filter(([name]) => name.includes('touchpoints'))
  expect(ours.every(([, version]) => String(version).startsWith('file:'))).toBe(true)
})

test('a folder without a tarball that is needed is an error that says which one', async ({
  place,
  start,
}) => {
  await mkdir(join(place, 'packed'))
  const withPackages = {...flags, packages: 'packed'}
  await expect(start({folder: 'maps', flags: withPackages})).rejects.toThrow(
    /has no tarball of @touchpoints\/calendar.*npm run pack/,
  )
  await expect(start({folder: 'maps', flags: {...flags, packages: 'nowhere'}})).rejects.toThrow(
    /Could not read --packages .*nowhere/,
  )
  expect(await readdir(place)).toEqual(['packed'])
})

test('init adds what is missing to a project, changes no file but package.json, and reports what to do by hand', async ({
  place,
  start,
}) => {
  const manifest = {
    name: 'mine',
    scripts: {start: 'node server.js'},
    dependencies: {react: '^18.0.0'},
    devDependencies: {typescript: '^7.0.2'},
  }
  await writeFile(join(place, 'package.json'), JSON.stringify(manifest, null, '\t'))
  await writeFile(join(place, 'README.md'), '# Mine\n')
  await writeFile(join(place, '.gitignore'), 'node_modules/\n')

  const output = await start({init: true})

  expect(await read(place, 'README.md')).toBe('# Mine\n')
  expect(await read(place, '.gitignore')).toBe('node_modules/\n')
  const text = await read(place, 'package.json')
  expect(text).toContain('\n\t"scripts"')
  expect(JSON.parse(text)).toMatchObject({
    name: 'mine',
    scripts: {start: 'node server.js', check: 'touchpoints check'},
    dependencies: {react: '^18.0.0', sanity: '6.16.0'},
    devDependencies: {typescript: '^7.0.2'},
  })
  expect(JSON.parse(text).dependencies).not.toHaveProperty('typescript')
  expect(output).toMatch(/Left alone, because it exists:\n\s+README\.md\n/)
  expect(output).toContain('The script "start" is `node server.js` and stays')
  expect(output).toContain('dependencies has react ^18.0.0')
  expect(output).toMatch(/Add to \.gitignore: .*\.touchpoints\//)
  expect(await readdir(place)).not.toContain('.github')
})

test('init a second time adds nothing and says so', async ({place, start}) => {
  await start({init: true})
  const before = await read(place, 'package.json')
  const output = await start({init: true})
  expect(output).not.toContain('Added:')
  expect(output).not.toContain('Add by hand:')
  expect(await read(place, 'package.json')).toBe(before)
})

test.each(['astro.config.mjs', 'site/next.config.js', 'hugo.toml'])(
  'init leaves the site of a project alone: %s',
  async (config) => {
    const folder = await mkdtemp(join(tmpdir(), 'touchpoints-create-'))
    await mkdir(join(folder, 'site'))
    await writeFile(join(folder, config), '')
    let output = ''
    await startProject(
      {flags, init: true},
      {
        currentFolder: folder,
        machineZone: 'UTC',
        print: (line) => {
          output += line
        },
      },
    )
    const files = await readdir(folder, {recursive: true})
    expect(files.filter((file) => /(?:astro|next|hugo)/.test(file))).toEqual([config])
    expect(output).toContain(`${config} is your site`)
    await rm(folder, {recursive: true})
  },
)

test('init with a package.json that is not valid writes nothing', async ({place, start}) => {
  await writeFile(join(place, 'package.json'), '{"name": ')
  await expect(start({init: true})).rejects.toThrow(/not a JSON object.*Nothing was written/)
  expect(await readdir(place)).toEqual(['package.json'])
})
