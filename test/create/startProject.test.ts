import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {CreateError} from '../../create/CreateError.ts'
import type {Questions} from '../../create/questions.ts'
import {initLine} from '../support/createLine.ts'
import {emptyPlace, someFlags} from './support/emptyPlace.ts'

const read = async (...path: string[]) => readFile(join(...path), 'utf8')

test('a new project is in its folder, and the message says what comes next', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  const output = await start({folder: 'maps'})
  expect(await readdir(join(place, 'maps'))).toEqual(
    expect.arrayContaining(['package.json', 'content', 'site', 'README.md', '.gitignore']),
  )
  expect(output).toMatch(/cd maps\n\s+npm install\n\s+npm start/)
  expect(output).not.toContain('import')
})

test('a folder with files is refused and not changed, with the way to add to it', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  await mkdir(join(place, 'maps'))
  await writeFile(join(place, 'maps/notes.txt'), 'mine')
  await expect(start({folder: 'maps'})).rejects.toThrow(/not empty: it has notes\.txt\..*--init/)
  expect(await readdir(join(place, 'maps'))).toEqual(['notes.txt'])
})

test('a cloned empty repository counts as empty', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  await mkdir(join(place, '.git'))
  await start({folder: '.'})
  expect(await readdir(place)).toContain('package.json')
})

test('a folder is required where nobody can be asked for it', async () => {
  await using at = await emptyPlace()
  const {start} = at
  await expect(start({})).rejects.toThrow('A folder is missing')
})

test('a folder with a line break in its name is refused, because no shell command could name it', async () => {
  await using at = await emptyPlace()
  await expect(at.start({folder: 'my\nmaps'})).rejects.toThrow('has a line break')
  expect(await readdir(at.place)).toEqual([])
})

test('without a terminal and without --yes, the flags that are left out are listed and nothing is chosen', async () => {
  await using at = await emptyPlace()
  const flags = {zone: 'Europe/Paris', framework: 'hugo'}
  const started = at.start({folder: 'maps', flags})
  await expect(started).rejects.toThrow(/Add --yes.*\n {2}--name NAME(?:.*\n)+ {2}--languages TAGS/)
  await expect(started).rejects.not.toThrow('--framework')
  expect(await readdir(at.place)).toEqual([])
})

test('with all flags, neither a terminal nor --yes is needed', async () => {
  await using at = await emptyPlace()
  const named = {name: 'Maps', 'short-name': 'M', accent: '#0b57d0', languages: 'en'}
  const flags = {...named, zone: 'Europe/Paris', framework: 'none'}
  expect(await at.start({folder: 'maps', flags})).toContain('Created the project of Maps')
})

test('a language without words of the site is accepted, and the message and the README say what visitors read', async () => {
  await using at = await emptyPlace()
  const output = await at.start({folder: 'maps', flags: {...someFlags, languages: 'en,pt'}})
  expect(output).toContain('In pt they are in English')
  expect(await read(at.place, 'maps/README.md')).toContain('In pt they are in English')
})

test('Ctrl-C at the last question writes nothing', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  const questions: Questions = {
    start: () => {},
    text: async ({initial, placeholder}) => initial ?? placeholder ?? '',
    choose: async () => {
      throw new CreateError('stopped', 'Stopped. Nothing was written.')
    },
  }
  await expect(start({flags: {}, folder: 'maps'}, questions)).rejects.toThrow('Nothing was written')
  expect(await readdir(place)).toEqual([])
})

test('an invalid flag writes nothing', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  const wrong = {...someFlags, calendar: ['nonsense']}
  await expect(start({flags: wrong, folder: 'maps'})).rejects.toThrow('--calendar')
  expect(await readdir(place)).toEqual([])
})

test('a folder to import is named as seen from the project, and an address stays', async () => {
  await using at = await emptyPlace()
  const {start} = at
  const local = await start({folder: 'maps', flags: {...someFlags, import: 'old/site'}})
  expect(local).toContain('npx touchpoints import ../old/site\n')
  const address = 'https://github.com/example/maps'
  const remote = await start({folder: 'maps-2', flags: {...someFlags, import: address}})
  expect(remote).toContain(`npx touchpoints import ${address}\n`)
})

const packageNames = ['calendar', 'cli', 'elements', 'importers', 'lake', 'schemas', 'studio']

/** A folder as `npm run pack` writes it. The bytes are not valid UTF-8, as those of a tarball. */
async function pack(folder: string, version = '0.1.0') {
  const own = [...packageNames, 'site', 'words'].map((name) => `touchpoints-${name}`)
  await mkdir(folder, {recursive: true})
  for (const name of ['touchpoints', 'create-touchpoints', ...own]) {
    await writeFile(join(folder, `${name}-${version}.tgz`), packedBytes)
  }
}
const packedBytes = Buffer.from([0x1f, 0x8b, 0xff, 0xfe])

test('tarballs are copied into the project, which then installs on every machine', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  await pack(join(place, 'packed'))
  await start({folder: 'maps', flags: {...someFlags, framework: 'none', packages: 'packed'}})
  const {dependencies} = JSON.parse(await read(place, 'maps/package.json'))
  expect(dependencies).toMatchObject({
    touchpoints: 'file:packages/touchpoints-0.1.0.tgz',
    'create-touchpoints': 'file:packages/create-touchpoints-0.1.0.tgz',
    '@touchpoints/lake': 'file:packages/touchpoints-lake-0.1.0.tgz',
  })
  const ours = Object.entries(dependencies).filter(([name]) => name.includes('touchpoints'))
  for (const [, address] of ours) {
    const [, file = ''] = /^file:(packages\/[^/]+)$/.exec(String(address)) ?? []
    expect(await readFile(join(place, 'maps', file))).toEqual(packedBytes)
  }
  const copied = await readdir(join(place, 'maps/packages'))
  expect(copied).toHaveLength(ours.length)
  expect(copied).not.toContain('touchpoints-site-0.1.0.tgz')
  // The settings of many people ignore tarballs in every repository.
  expect(await read(place, 'maps/.gitignore')).toContain('\n!packages/*.tgz\n')
})

test('the newest version in the folder of tarballs is used', async () => {
  await using at = await emptyPlace()
  for (const version of ['0.10.0', '0.9.0', '0.1.0']) await pack(join(at.place, 'packed'), version)
  await at.start({folder: 'maps', flags: {...someFlags, packages: 'packed'}})
  const {dependencies} = JSON.parse(await read(at.place, 'maps/package.json'))
  expect(dependencies['touchpoints']).toBe('file:packages/touchpoints-0.10.0.tgz')
})

test('the README of a project with tarballs says how to upgrade from new ones, and others use the registry', async () => {
  await using at = await emptyPlace()
  await pack(join(at.place, 'packed'))
  await at.start({folder: 'maps', flags: {...someFlags, framework: 'none', packages: 'packed'}})
  const text = await read(at.place, 'maps/README.md')
  expect(text).toContain('npm install ./packages/*.tgz')
  expect(text).not.toContain('npm update')
  const [, names = ''] = /cp \S+\{(.+)\}-\[0-9\]\*\.tgz packages\//.exec(text) ?? []
  const copied = await readdir(join(at.place, 'maps/packages'))
  expect(names.split(',').map((name) => `${name}-0.1.0.tgz`)).toEqual(
    expect.arrayContaining(copied),
  )
  await at.start({folder: 'maps-2'})
  const other = await read(at.place, 'maps-2/README.md')
  expect(other).toContain('npm update')
  expect(other).not.toContain('packages/')
  expect(await readdir(join(at.place, 'maps-2'))).not.toContain('packages')
})

test('init copies tarballs, and says what to change where a package comes from elsewhere', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  await pack(join(place, 'packed'))
  const dependencies = {touchpoints: 'file:../packed/touchpoints-0.1.0.tgz'}
  await writeFile(join(place, 'package.json'), JSON.stringify({name: 'mine', dependencies}))
  await writeFile(join(place, '.gitignore'), '*.tgz\n')
  const flags = {...someFlags, packages: 'packed'}
  const output = await start({init: true, flags})
  expect(await readFile(join(place, 'packages/touchpoints-lake-0.1.0.tgz'))).toEqual(packedBytes)
  expect(output).toContain('  packages/touchpoints-lake-0.1.0.tgz\n')
  expect(output).toContain(
    'dependencies has touchpoints file:../packed/touchpoints-0.1.0.tgz. Change it to file:packages/touchpoints-0.1.0.tgz',
  )
  expect(output).toMatch(/Add to \.gitignore: .*!packages\/\*\.tgz/)

  await writeFile(join(place, 'packages/touchpoints-lake-0.1.0.tgz'), 'mine')
  expect(await start({init: true, flags})).not.toContain('Added:')
  expect(await read(place, 'packages/touchpoints-lake-0.1.0.tgz')).toBe('mine')
})

test('the documented command adds to a project from the tarballs, until the packages are in the registry', async () => {
  await using at = await emptyPlace()
  const [, words = ''] = initLine.split(' create-touchpoints ')
  const [folder = '', ...args] = words.split(' ')
  expect(args).toEqual(['--init', '--packages', './packed'])
  const names = ['calendar', 'cli', 'elements', 'importers', 'lake', 'schemas', 'studio', 'words']
  const files = ['touchpoints', 'create-touchpoints', ...names.map((name) => `touchpoints-${name}`)]
  await mkdir(join(at.place, 'packed'))
  for (const file of files) await writeFile(join(at.place, 'packed', `${file}-0.1.0.tgz`), '')
  const site = folder.replace('../', '')
  await mkdir(join(at.place, site))
  await writeFile(join(at.place, site, 'next.config.mjs'), '')
  await writeFile(join(at.place, site, 'package.json'), '{"scripts": {"start": "next start"}}')

  const output = await at.start({
    folder: site,
    init: true,
    flags: {...someFlags, packages: args[2]},
  })

  const {scripts, dependencies} = JSON.parse(await read(at.place, site, 'package.json'))
  expect(scripts).toMatchObject({start: 'next start', check: 'touchpoints check'})
  expect(dependencies['touchpoints']).toMatch(/^file:/)
  expect(output).toContain('  npx touchpoints dev\n')
  expect(output).toContain('next.config.mjs is your site')
})

test('a folder without a tarball that is needed is an error that says which one', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  await mkdir(join(place, 'packed'))
  const withPackages = {...someFlags, packages: 'packed'}
  await expect(start({folder: 'maps', flags: withPackages})).rejects.toThrow(
    /has no tarball of @touchpoints\/calendar.*npm run pack/,
  )
  await expect(start({folder: 'maps', flags: {...someFlags, packages: 'nowhere'}})).rejects.toThrow(
    /Could not read --packages .*nowhere/,
  )
  expect(await readdir(place)).toEqual(['packed'])
})

test('init adds what is missing to a project, changes no file but package.json, and reports what to do by hand', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
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
  expect(output).toContain('  npm install\n  npx touchpoints dev\n')
  expect(output).not.toContain('  npm start\n')
  expect(output).toContain('docs/getting-started.md describes the rest')
  expect(output).toContain('dependencies has react ^18.0.0')
  expect(output).toMatch(/Add to \.gitignore: .*\.touchpoints\//)
  expect(await readdir(place)).not.toContain('.github')
})

test('init a second time adds nothing and says so', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
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
    await using at = await emptyPlace()
    await mkdir(join(at.place, 'site'))
    await writeFile(join(at.place, config), '')
    const output = await at.start({init: true})
    const files = await readdir(at.place, {recursive: true})
    expect(files.filter((file) => /(?:astro|next|hugo)/.test(file))).toEqual([config])
    expect(output).toMatch(/Add by hand:\n(?: {2}.*\n)* {2}.* is your site.*sites\.md\n/)
    expect(output).toContain(`${config} is your site`)
  },
)

test('init with a package.json that is not valid writes nothing', async () => {
  await using at = await emptyPlace()
  const {place, start} = at
  await writeFile(join(place, 'package.json'), '{"name": ')
  await expect(start({init: true})).rejects.toThrow(/not a JSON object.*Nothing was written/)
  expect(await readdir(place)).toEqual(['package.json'])
})
