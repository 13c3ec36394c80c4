import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {buildHugo, grove, hugo} from '../support/hugoSite.ts'
import {exportedAt, startSmallLake} from '../support/smallLake.ts'
import {writeFiles} from '../support/writeFiles.ts'

let lake: Awaited<ReturnType<typeof startSmallLake>>
beforeAll(async () => {
  lake = await startSmallLake()
})
afterAll(() => lake.stop())

const exported = (site: string, ...more: string[]) =>
  lake.touchpoints(['export', site, '--format', 'hugo', '--now', exportedAt, ...more])
const build = (site: string) => buildHugo(join(lake.folder, site), exportedAt)

describe('a theme that lists pages', () => {
  const blog = {
    'hugo.toml': 'baseURL = "https://a.example/"\ntheme = "blog"\n',
    'content/posts/one.md': '---\ntitle: One\n---\n',
    'content/posts/two.md': '---\ntitle: Two\n---\n',
    'themes/blog/layouts/_default/single.html': '{{ .Content }}',
    'themes/blog/layouts/_default/list.html': '{{ range .Pages }}{{ .Title }}\n{{ end }}',
    'themes/blog/layouts/index.html':
      '{{ range where site.RegularPages "Type" "in" site.Params.mainSections }}{{ .Title }}\n{{ end }}',
  }

  test('by its main section gets the line that keeps this section, because Hugo takes the largest', async () => {
    await writeFiles(join(lake.folder, 'blog'), blog)
    const {out} = await exported('blog', '--dry-run')
    expect(out).toMatch(
      /themes\/blog\/layouts\/index\.html lists the main section.*touchpoints has 3, posts has 2\. Set mainSections in the params of hugo\.toml to \["posts"\]/,
    )
  })

  test.runIf(hugo)(
    'shows what it did before, once the line is there',
    async () => {
      await writeFiles(join(lake.folder, 'kept'), blog)
      const before = (await build('kept')).get('index.html')
      expect(before).toContain('One')
      await exported('kept')
      // This is why the export says it.
      expect((await build('kept')).get('index.html')).not.toContain('One')
      const params = '[params]\nmainSections = ["posts"]\n'
      await writeFiles(join(lake.folder, 'kept'), {'hugo.toml': `${blog['hugo.toml']}${params}`})
      expect((await build('kept')).get('index.html')).toBe(before)
      expect((await exported('kept')).out).not.toContain('mainSections')
    },
    60_000,
  )

  test('by all pages of the site is named, with the condition that leaves sessions out', async () => {
    const index = '{{ range first 5 .Site.RegularPages }}{{ .Title }}{{ end }}'
    await writeFiles(join(lake.folder, 'all'), {...blog, 'layouts/index.html': index})
    const {out} = await exported('all', '--dry-run')
    expect(out).toContain('layouts/index.html lists pages of the whole site')
    expect(out).toContain('where "Section" "ne" "touchpoints"')
  })
})

describe.runIf(hugo)('the folders of a site', () => {
  const layouts = {
    'layouts/_default/single.html': '<h1>{{ .Title }}</h1>{{ .Content }}',
    'layouts/_default/list.html': '<h1>{{ .Title }}</h1>{{ .Content }}',
  }

  test.each<[string, Record<string, string>]>([
    [
      'one folder for all languages',
      {
        ...layouts,
        'config/_default/config.yaml': 'baseURL: https://a.example/\ncontentDir: pages\n',
        'config/_default/languages.yaml': 'en:\n  weight: 1\nes:\n  weight: 2\n',
        'pages/about.md': 'A',
      },
    ],
    [
      'other folders for everything',
      {
        'src/views/_default/single.html': layouts['layouts/_default/single.html'],
        'src/views/_default/list.html': layouts['layouts/_default/list.html'],
        'config.json': JSON.stringify({
          baseURL: 'https://a.example/',
          ContentDir: 'src/pages',
          dataDir: 'src/values',
          layoutDir: 'src/views',
          staticDir: ['src/public', 'src/more'],
          defaultContentLanguage: 'es',
          defaultContentLanguageInSubdir: true,
          languages: {es: {}, en: {contentDir: 'src/english'}},
        }),
      },
    ],
    [
      'mounts',
      {
        ...layouts,
        'hugo.toml': `baseURL = "https://a.example/"
[languages.en]
[languages.es]
[[module.mounts]]
source = "pages/english"
target = "content"
lang = "en"
[[module.mounts]]
source = "pages/spanish"
target = "content"
lang = "es"
[[module.mounts]]
source = "values"
target = "data"
`,
      },
    ],
  ])(
    'are those that Hugo reads: %s',
    async (name, files) => {
      const site = name.replaceAll(' ', '-')
      await writeFiles(join(lake.folder, site), files)
      expect(await exported(site)).toMatchObject({code: 0, err: ''})
      const pages = await build(site)
      const find = (pattern: RegExp) => [...pages].filter(([path]) => pattern.test(path))
      expect(find(/(?:^|\/)touchpoints\/glossary\/index/).map(([path]) => path)).toHaveLength(2)
      expect(find(/(?:^|\/)meetings\/index/)).toHaveLength(2)
      const spanish = find(/(?:^|^es\/)meetings\/index/)
        .map(([, html]) => html)
        .filter((html) => html.includes('Bienvenida.'))
      expect(spanish).toEqual([expect.stringContaining('Glosario')])
      const calendar = join(lake.folder, site, 'public/touchpoints/calendar.ics')
      expect(await readFile(calendar, 'utf8')).toContain('Board meeting')
    },
    60_000,
  )

  test('addresses in events.json are those of the pages, so that an element links to them', async () => {
    await writeFiles(join(lake.folder, 'linked'), grove)
    const events = async (path: string) => {
      const text = await readFile(join(lake.folder, 'linked/static/touchpoints', path), 'utf8')
      return text
    }
    await exported('linked')
    expect(await events('events.json')).toContain('https://grove.example/touchpoints/glossary/')
    expect(await events('es/events.json')).toContain(
      'https://grove.example/es/touchpoints/glossary',
    )
    await writeFiles(join(lake.folder, 'linked'), {
      'hugo.toml': `${grove['hugo.toml']}\n[permalinks]\ntouchpoints = "/:year/:slug/"\n`,
    })
    await exported('linked')
    expect(await events('events.json')).not.toContain('grove.example/touchpoints/glossary')
  })

  test('a folder of something else gets nothing, such as a project with its content', async () => {
    await writeFiles(join(lake.folder, 'project'), {'package.json': '{}', 'content/a.ndjson': ''})
    const {code, err} = await exported('project')
    expect([code, err]).toEqual([1, expect.stringContaining('no configuration of Hugo')])
    expect(existsSync(join(lake.folder, 'project/layouts'))).toBe(false)
  })

  test('a language without a mount is left out and named, and the others get their pages', async () => {
    await writeFiles(join(lake.folder, 'unmounted'), {
      ...layouts,
      'hugo.toml':
        'baseURL = "https://a.example/"\n[languages.en]\n[languages.es]\n[[module.mounts]]\nsource = "pages/en"\ntarget = "content"\nlang = "en"\n',
    })
    const {code, out, err} = await exported('unmounted')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(
      'The language es got no pages, because module.mounts has no content for it. Add a mount with source "content/es", target "content" and lang "es".',
    )
    const pages = await build('unmounted')
    expect(pages.has('touchpoints/glossary/index.html')).toBe(true)
    expect(existsSync(join(lake.folder, 'unmounted/data/touchpoints/languages'))).toBe(false)
  })

  test('a site that mounts only a part of its content gets the mount to add', async () => {
    await writeFiles(join(lake.folder, 'partly'), {
      'hugo.toml': '[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"\n',
    })
    const {code, err} = await exported('partly')
    expect([code, err]).toEqual([1, expect.stringContaining('Add a mount with source "content"')])
  })
})
