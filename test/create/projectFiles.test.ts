import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {frameworks} from '../../create/answers.ts'
import {versions} from '../../create/versions.ts'
import {requiredVersions} from './support/requiredVersions.ts'
import {newProject, someAnswers} from './support/newProject.ts'
import {sampleWords, sampleWordsIn} from './support/sampleWords.ts'
import {readManifest, root} from '../support/workspaces.ts'

const manifestIn = (files: ReadonlyMap<string, string>) =>
  Object(JSON.parse(files.get('package.json') ?? ''))

const documentsIn = (files: ReadonlyMap<string, string>, name: string) =>
  (files.get(`content/${name}.ndjson`) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line))

describe.each(frameworks)('a new project with the framework %s', (framework) => {
  test('has the files of every project, and those of no other framework', async () => {
    const paths = [...(await newProject(framework)).keys()]
    const everywhere = ['README.md', '.gitignore', '.npmrc', '.env.example', 'tsconfig.json']
    expect(paths).toEqual(expect.arrayContaining([...everywhere, 'sanity.config.ts']))
    const configs = {
      astro: 'site/astro.config.ts',
      next: 'site/next.config.ts',
      hugo: 'site/hugo.toml',
    }
    const present = Object.entries(configs).flatMap(([name, path]) =>
      paths.includes(path) ? [name] : [],
    )
    expect(present).toEqual(framework === 'none' ? [] : [framework])
    expect(paths.filter((path) => /(?:^|\/)_(?:git|npm|env|docker)/.test(path))).toEqual([])
  })

  test('has its own name in the Studio, in its content, on its icon and in its README', async () => {
    const files = await newProject(framework)
    expect(files.get('sanity.config.ts')).toContain("title: 'Friends of Maps'")
    expect(files.get('README.md')).toMatch(/^# Friends of Maps\n/)
    expect(files.get('static/favicon.svg')).toContain('>MA</text>')
    expect(files.get('static/favicon.svg')).toContain('fill="#8a3b12"')
    expect(files.get('content/images/icon.svg')).toBe(files.get('static/favicon.svg'))
    expect(documentsIn(files, 'community')).toEqual([
      expect.objectContaining({
        _id: 'community',
        name: 'Friends of Maps',
        shortName: 'Maps',
        timeZone: 'Europe/Paris',
        languages: ['en', 'de'],
        accentColor: '#8a3b12',
      }),
    ])
  })

  test('has no word of the sample communities', async () => {
    const words = sampleWords()
    const found = [...(await newProject(framework))].flatMap(([path, text]) =>
      sampleWordsIn(`${path}\n${text}`, words).map((word) => `${path}: ${word}`),
    )
    expect(found).toEqual([])
  })

  test('starts, builds and checks by the names that its README uses', async () => {
    const files = await newProject(framework)
    const {scripts} = manifestIn(files)
    const named = [...(files.get('README.md') ?? '').matchAll(/npm (?:run )?(\w+)/g)].map(
      ([, name]) => name,
    )
    const known = [...Object.keys(scripts), 'install', 'update']
    expect(named.filter((name) => name !== undefined && !known.includes(name))).toEqual([])
    expect(named).toContain('start')
  })

  test('names each package that its files import, so that it installs anywhere', async () => {
    const files = await newProject(framework)
    const {dependencies} = manifestIn(files)
    const sources = [...files].filter(([path]) => /\.tsx?$/.test(path))
    const imported = sources.flatMap(([, text]) =>
      [...text.matchAll(/(?:from|import) '((?:@[\w-]+\/)?[\w-]+)(?:\/[^']*)?'/g)].map(
        ([, name]) => name,
      ),
    )
    expect(imported).toContain('sanity')
    const missing = imported.filter((name) => name !== undefined && !(name in dependencies))
    expect([...new Set(missing)].filter((name) => name !== 'node')).toEqual([])
  })
})

test('the recipes for a host are in a project with an Astro site, which they build', async () => {
  expect((await newProject('astro')).has('Dockerfile')).toBe(true)
  for (const framework of ['next', 'hugo', 'none'] as const) {
    const files = await newProject(framework)
    expect(files.has('Dockerfile')).toBe(false)
    expect(files.get('README.md')).not.toContain('compose.yaml')
  }
})

test('a planted word of a sample community is found, which proves the rule about words', () => {
  const words = sampleWords()
  expect(sampleWordsIn('See https://todogroup.org/about for the OSPO book', words)).toEqual(
    expect.arrayContaining(['OSPO', 'todogroup.org']),
  )
  expect(sampleWordsIn('Lantern Commons', words)).toEqual(['Lantern', 'Lantern Commons'])
  expect(sampleWordsIn('a todo list', words)).toEqual([])
})

test('versions are those that this repository and its examples are tested with', () => {
  expect(versions).toEqual(requiredVersions(Object.keys(versions)))
})

test('what npm must override is the same as in this repository', async () => {
  const {overrides} = manifestIn(await newProject('astro'))
  expect(Object(readManifest(root)['overrides'])).toMatchObject(overrides)
  expect(Object.keys(overrides)).toEqual(['@sanity/cli', '@sanity/cli-build', 'rolldown'])
})

test('every range of our packages accepts the version in this repository', async () => {
  const {ownRange} = await import('../../create/ownPackages.ts')
  const {version} = readManifest(join(root, 'loaders'))
  expect(ownRange).toBe(`^${String(version)}`)
})

test('a name with quotes, markup and braces is text everywhere', async () => {
  const name = `O'Brien \\ <b>"Maps"</b> \${x} *now*`
  const files = await newProject('hugo', {name, shortName: `<x>&"`})
  expect(files.get('sanity.config.ts')).toContain(
    String.raw`title: 'O\'Brien \\ <b>"Maps"</b> ${'${x}'} *now*'`,
  )
  expect(files.get('README.md')?.split('\n')[0]).toBe(
    String.raw`# O'Brien \\ \<b\>"Maps"\</b\> ${'$'}\{x\} \*now\*`,
  )
  expect(files.get('site/hugo.toml')).toContain(`title = ${JSON.stringify(name)}`)
  expect(files.get('static/favicon.svg')).toContain('>X</text>')
  expect(documentsIn(files, 'community')[0]).toMatchObject({name})
})

test('pages are in the languages that they have words for, and a default language without words is in English', async () => {
  const [page] = documentsIn(
    await newProject('none', {languages: ['es', 'ja', 'nl']}),
    'meetings-page',
  )
  expect(page).toMatchObject({
    title: 'Reuniones',
    titleTranslations: [expect.objectContaining({language: 'ja', value: 'ミーティング'})],
  })
  const [dutch] = documentsIn(await newProject('none', {languages: ['nl', 'en']}), 'meetings-page')
  expect(dutch).toMatchObject({title: 'Meetings', titleTranslations: [{language: 'en'}]})
})

test('calendars belong to the community, with different colors and slugs', async () => {
  const calendars = ['https://example.org/a.ics', 'https://example.org/b.ics']
  const documents = documentsIn(await newProject('none', {calendars}), 'calendars')
  expect(documents.map(({feedUrl}) => feedUrl)).toEqual(calendars)
  expect(new Set(documents.map(({color}) => color)).size).toBe(2)
  expect(documents.map(({ownership}) => ownership)).toEqual(['own', 'own'])
  expect(someAnswers.calendars).toHaveLength(1)
  expect((await newProject('none', {calendars: []})).has('content/calendars.ndjson')).toBe(false)
})

test('Hugo has the languages of the community, in its own spelling', async () => {
  const config = (await newProject('hugo', {languages: ['pt-BR', 'en']})).get('site/hugo.toml')
  expect(config).toContain('defaultContentLanguage = "pt-br"')
  expect(config).toContain('[languages.pt-br]\nlanguageCode = "pt-BR"')
  expect(config).toContain('[languages.en]')
})

test('a source to import is in the README as a command', async () => {
  const files = await newProject('none', {importSource: '../old site'})
  expect(files.get('README.md')).toContain("npx touchpoints import '../old site'")
  expect((await newProject('none')).get('README.md')).not.toContain('touchpoints import')
})

test('the README of a project without a site speaks of none', async () => {
  const readme = (await newProject('none')).get('README.md') ?? ''
  expect(readme).not.toMatch(/\bthe site\b/)
  expect(readme).toContain('prints the addresses of the Studio and the Content Lake')
})

test.each(frameworks)(
  'the README of %s asks for no upload of a Studio with a local lake, as docs/publish.md does',
  async (framework) => {
    const readme = (await newProject(framework)).get('README.md') ?? ''
    expect(readme).toContain('Upload it only with a hosted Content Lake')
    expect(readme).not.toMatch(/dist\/studio`[^.]*any web server/)
    expect(readme).toContain('While `npm start` runs, `npm run check`')
  },
)
