import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {cp, readFile, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {session} from '../../loaders/smallCommunity.ts'
import {documents, exportedAt, startSmallLake} from '../support/smallLake.ts'
import {readFiles, writeFiles} from '../support/writeFiles.ts'

const run = promisify(execFile)
const hugo = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find((path) => existsSync(path))
if (!hugo && process.env['CI'])
  throw new Error('The Hugo tests need Hugo, such as the package of Debian.')
if (!hugo) console.log('Skipped the builds of Hugo sites: Hugo is not installed.')

/** A site of its own making that has a folder for each language, and a theme with shortcodes of the names in use. */
const grove = {
  'hugo.toml': `# Ours.
baseURL = "https://grove.example/"
title = "Grove"
theme = ["grove"]
defaultContentLanguage = "en"

[languages.en]
contentDir = "content/en"
weight = 1

[languages.es]
contentDir = "content/es"
languageCode = "es-ES"
weight = 2

[languages.fr]
contentDir = "content/fr"
weight = 3
`,
  'themes/grove/layouts/_default/single.html': '<h1>{{ .Title }}</h1>{{ .Content }}',
  'themes/grove/layouts/_default/list.html': '<h1>{{ .Title }}</h1>{{ .Content }}',
  'themes/grove/layouts/index.html': '<h1>Home</h1>{{ .Content }}',
  'themes/grove/layouts/shortcodes/community_calendar.html': '<p>An embedded calendar</p>',
  'themes/grove/layouts/shortcodes/next.html': '<p>The next of the theme</p>',
  'layouts/shortcodes/group-card.html': '<p>Card: {{ .Get "title" }}</p>',
  'content/en/meetings.md': `---
title: Our meetings
---

{{< next >}}

{{< community_calendar >}}

{{< group-card title="Docs" >}}
`,
  'content/en/about.md': '---\ntitle: About\n---\nWe meet.\n',
  'content/es/about.md': '---\ntitle: Acerca\n---\nNos reunimos.\n',
  'content/fr/about.md': '---\ntitle: À propos\n---\nBonjour.\n',
}

const shortcodes = [
  'next',
  'upcoming',
  'past',
  'calendar',
  'other-calendars',
  'groups',
  'recordings',
]
  .map((name) => `{{< touchpoints/${name} >}}`)
  .join('\n\n')

let lake: Awaited<ReturnType<typeof startSmallLake>>
beforeAll(async () => {
  lake = await startSmallLake()
})
afterAll(() => lake.stop())

const exported = (site: string, ...more: string[]) =>
  lake.touchpoints(['export', site, '--format', 'hugo', '--now', exportedAt, ...more])

/** Builds a site and returns its pages, by path. */
async function build(site: string): Promise<Map<string, string>> {
  const folder = join(lake.folder, site)
  await rm(join(folder, 'public'), {recursive: true, force: true})
  const args = ['--source', folder, '--clock', exportedAt, '--panicOnWarning']
  await run(hugo ?? '', args, {timeout: 60_000})
  const files = await readFiles(join(folder, 'public'))
  return new Map([...files].filter(([path]) => path.endsWith('.html')))
}

describe('a site with a folder of content for each language', () => {
  beforeAll(() => writeFiles(join(lake.folder, 'grove'), grove))

  test('a dry run prints each file in its folder, and writes nothing', async () => {
    const before = await readFiles(join(lake.folder, 'grove'))
    const {code, out} = await exported('grove', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('content/en/touchpoints/\n  + earlier.md\n  + glossary.md\n')
    expect(out).toContain('content/es/touchpoints/\n')
    expect(out).toContain('layouts/shortcodes/touchpoints/\n')
    expect(out).toMatch(/dry run.*\nchanged=true\n$/)
    expect(await readFiles(join(lake.folder, 'grove'))).toEqual(before)
  })

  test('a meetings page of the site stays, and the export says which shortcodes fit', async () => {
    const {out} = await exported('grove', '--dry-run')
    expect(out).toContain('its own meetings page, content/en/meetings.md. It stays')
    expect(out).toContain('{{< touchpoints/next >}}')
    expect(out).not.toContain('content/en/\n  + meetings.md')
    // The Spanish one does not exist.
    expect(out).toContain('content/es/\n  + meetings.md')
  })

  test('names the shortcodes of site and theme that show other content, with their files', async () => {
    const {out} = await exported('grove', '--dry-run')
    expect(out).toMatch(
      /content\/en\/meetings\.md uses "community_calendar" of the theme grove, themes\/grove\/layouts\/shortcodes\/community_calendar\.html.*touchpoints\/calendar/,
    )
    expect(out).toMatch(/"group-card" of the site, layouts\/shortcodes\/group-card\.html/)
  })

  test('says which languages of the site get no pages, because the community does not write in them', async () => {
    const {out} = await exported('grove', '--dry-run')
    expect(out).toMatch(/no content in fr, so/)
  })

  test.runIf(hugo)(
    'an export changes no page of the site, and its shortcodes show the content in each language',
    async () => {
      const before = await build('grove')
      expect(before.get('meetings/index.html')).toContain('The next of the theme')
      const {code, err} = await exported('grove')
      expect([code, err]).toEqual([0, ''])
      const after = await build('grove')
      for (const [path, html] of before) expect([path, after.get(path)]).toEqual([path, html])

      expect(after.get('touchpoints/glossary/index.html')).toContain('Tuesday 10 March 2026, 15:00')
      expect(after.get('es/touchpoints/glossary/index.html')).toContain('martes, 10 de marzo')
      expect(after.get('es/touchpoints/glossary/index.html')).toContain('<h1>Glosario</h1>')
      expect(after.has('fr/touchpoints/glossary/index.html')).toBe(false)

      const own = Object.fromEntries(
        ['en', 'es', 'fr'].map((key) => [
          `content/${key}/now.md`,
          `---\ntitle: Now\n---\n\n${shortcodes}\n`,
        ]),
      )
      await writeFiles(join(lake.folder, 'grove'), own)
      const shown = await build('grove')
      const [en = '', es = '', fr = ''] = ['', 'es/', 'fr/'].map((prefix) =>
        shown.get(`${prefix}now/index.html`),
      )
      for (const html of [en, es, fr]) {
        expect(html).not.toContain('The next of the theme')
        expect(html).toContain('Board meeting')
        expect(html).toContain('https://www.youtube.com/watch?v=2QopYZbo3EQ')
        expect(html).toContain('&lt;b&gt;')
      }
      expect(en).toMatch(/href="?\/touchpoints\/glossary\/"?>Glossary</)
      expect(en).toContain('SIG Documentation')
      expect(en).toMatch(/Weekly call: Tuesday 10 March/)
      expect(es).toMatch(/href="?\/es\/touchpoints\/glossary\/"?>Glosario</)
      expect(es).toContain('GIE Documentación')
      expect(es).toMatch(/"?\/touchpoints\/es\/calendar\.ics"?>/)
      expect(fr).toContain('Glossary')
      await rm(join(lake.folder, 'grove/content/en/now.md'))
    },
    60_000,
  )

  test.runIf(hugo)(
    'the meetings page that the site did not have shows its texts and its lists',
    async () => {
      await exported('grove')
      const html = (await build('grove')).get('es/meetings/index.html') ?? ''
      expect(html).toContain('<h1>Reuniones</h1>')
      expect(html).toContain('<p>Bienvenida.</p>')
      expect(html).toMatch(/<h2 id="?sesiones"?>Sesiones<\/h2>/)
      expect(html).toContain('Come &lt;along&gt; &amp; listen.')
      expect(html).toContain('GIE Documentación')
      expect(html).toContain('Earlier talk, recorded')
    },
    60_000,
  )
})

describe('a second export', () => {
  const site = 'twice'
  const file = (path: string) => join(lake.folder, site, path)
  const page = 'content/en/touchpoints/glossary.md'

  beforeAll(async () => {
    await writeFiles(join(lake.folder, site), grove)
    await exported(site)
  })

  test('writes nothing, on the same day and on the next one', async () => {
    const before = await stat(file(page))
    const list = await stat(file('.touchpoints-export.json'))
    const {out} = await exported(site)
    expect(out).toMatch(/\n0 new, 0 changed, 0 removed, \d+ unchanged, 0 kept\nchanged=false\n$/)
    const next = ['export', site, '--format', 'hugo', '--now', '2026-03-05T09:00:00Z']
    expect((await lake.touchpoints(next)).out).toMatch(/\nchanged=false\n$/)
    expect((await stat(file(page))).mtimeMs).toBe(before.mtimeMs)
    expect((await stat(file('.touchpoints-export.json'))).mtimeMs).toBe(list.mtimeMs)
  })

  test('writes nothing when the same content was imported again, which changes its times', async () => {
    lake.load(documents, '2026-03-02T08:00:00Z')
    expect((await exported(site)).out).toMatch(/\nchanged=false\n$/)
  })

  test('keeps a page that a person edited, says so, and goes on when it is as before', async () => {
    const text = await readFile(file(page), 'utf8')
    await writeFiles(join(lake.folder, site), {[page]: `${text}\nOur own words.\n`})
    const {code, out, err} = await exported(site)
    expect(code).toBe(0)
    expect(err).toContain(`${page} was kept: it was edited after an export`)
    expect(out).toContain('1 kept\nchanged=false')
    expect(await readFile(file(page), 'utf8')).toContain('Our own words.')
    await writeFiles(join(lake.folder, site), {[page]: text})
    expect((await exported(site)).out).toContain('0 kept')
  })

  test('counts a file as its own although git has converted the ends of its lines', async () => {
    const text = await readFile(file(page), 'utf8')
    await writeFiles(join(lake.folder, site), {[page]: text.replaceAll('\n', '\r\n')})
    expect((await exported(site)).out).toContain('0 kept\nchanged=false')
  })

  test('renames the page of a session, and keeps a file that it never wrote', async () => {
    await writeFiles(join(lake.folder, site), {
      'content/en/touchpoints/by-hand.md': '---\ntitle: Ours\n---\n',
      'content/en/touchpoints/renamed.md': '---\ntitle: Ours, too\n---\n',
    })
    lake.load([session('glossary', '2026-03-10T14:00:00Z', {slug: {current: 'renamed'}})])
    const {out, err} = await exported(site)
    expect(out).toMatch(/\nchanged=true\n$/)
    expect(err).toContain('content/en/touchpoints/renamed.md was kept: it is the site')
    expect(existsSync(file(page))).toBe(false)
    expect(existsSync(file('content/es/touchpoints/renamed.md'))).toBe(true)
    expect(await readFile(file('content/en/touchpoints/renamed.md'), 'utf8')).toContain('Ours, too')
    expect(existsSync(file('content/en/touchpoints/by-hand.md'))).toBe(true)
    lake.load(documents)
  })

  test('removes no file that a list from a stranger names outside of the site', async () => {
    const digest = '0'.repeat(64)
    await writeFiles(lake.folder, {'outside.txt': 'Ours'})
    await writeFiles(join(lake.folder, 'strange'), {
      '.touchpoints-export.json': JSON.stringify({
        version: 1,
        hugo: {'../outside.txt': digest, '/etc/hosts': digest, '.git/config': digest},
      }),
      '.git/config': '[core]\n',
    })
    expect(await exported('strange')).toMatchObject({code: 0, err: ''})
    expect(await readFile(join(lake.folder, 'outside.txt'), 'utf8')).toBe('Ours')
    expect(existsSync(join(lake.folder, 'strange/.git/config'))).toBe(true)
  })

  test('refuses a list that it cannot read, because it would not know its own files', async () => {
    await writeFiles(join(lake.folder, 'conflict'), {
      '.touchpoints-export.json': '<<<<<<< ours\n{"version": 1}\n=======\n',
    })
    const {code, err} = await exported('conflict')
    expect([code, err]).toEqual([1, expect.stringContaining('Restore it from your repository')])
  })
})

describe('shortcodes that the pages of a site already call', () => {
  const pages = {
    'hugo.yaml': 'baseURL: https://a.example/\ntheme: grove\n',
    'content/old.md': '---\ntitle: Old\n---\n{{< events_calendar >}}\n{{< spacing 20 >}}\n',
    'layouts/shortcodes/spacing.html': '<hr>',
    'layouts/_default/single.html': '{{ .Content }}',
    'layouts/_default/list.html': '{{ .Content }}',
  }

  test('are reported when nobody defines them, with the alias that fits', async () => {
    await writeFiles(join(lake.folder, 'old'), {...pages, 'themes/grove/theme.toml': ''})
    const {out} = await exported('old', '--dry-run')
    expect(out).toMatch(
      /content\/old\.md uses the shortcode "events_calendar", which the site does not define.*--alias events_calendar=calendar/,
    )
    expect(out).not.toContain('spacing')
    expect(out).not.toContain('figure')
  })

  test.runIf(hugo)(
    'show content of the Studio as an alias, without a change to the pages',
    async () => {
      await writeFiles(join(lake.folder, 'aliased'), {...pages, 'themes/grove/theme.toml': ''})
      expect(await exported('aliased', '--alias', 'events_calendar=calendar')).toMatchObject({
        code: 0,
      })
      expect((await build('aliased')).get('old/index.html')).toContain('Board meeting')
    },
    60_000,
  )

  test('stay when the site has its own, and an alias goes before a theme only when a person says so', async () => {
    const theme = {'themes/grove/layouts/shortcodes/events_calendar.html': '<p>Theirs</p>'}
    await writeFiles(join(lake.folder, 'themed'), {...pages, ...theme})
    const alias = ['--alias', 'events_calendar=calendar', '--alias', 'spacing=next']
    const kept = await exported('themed', ...alias, '--dry-run')
    expect(kept.out).toMatch(
      /"events_calendar" is a shortcode of the theme grove, themes\/.*events_calendar\.html, and would hide the alias.*--write-shortcodes/,
    )
    expect(kept.out).toMatch(
      /"spacing" of its own, layouts\/shortcodes\/spacing\.html, which stays/,
    )
    expect(kept.out).not.toContain('+ events_calendar.html')
    const written = await exported('themed', ...alias, '--write-shortcodes', '--dry-run')
    expect(written.out).toContain('layouts/shortcodes/\n  + events_calendar.html')
    expect(written.out).not.toContain('spacing.html\n  +')
  })

  test('an alias of an unknown shortcode is an error with the known ones', async () => {
    const {code, err} = await exported('old', '--alias', 'a=nothing')
    expect([code, err]).toEqual([1, expect.stringContaining('other-calendars')])
  })
})

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
    await cp(join(lake.folder, 'grove'), join(lake.folder, 'linked'), {recursive: true})
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

  test('a site that mounts only a part of its content gets the mount to add', async () => {
    await writeFiles(join(lake.folder, 'partly'), {
      'hugo.toml': '[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"\n',
    })
    const {code, err} = await exported('partly')
    expect([code, err]).toEqual([1, expect.stringContaining('Add a mount with source "content"')])
  })
})
