import {existsSync} from 'node:fs'
import {readFile, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {session} from '../../loaders/smallCommunity.ts'
import {buildHugo, grove, hugo} from '../support/hugoSite.ts'
import {documents, exportedAt, startSmallLake} from '../support/smallLake.ts'
import {readFiles, writeFiles} from '../support/writeFiles.ts'

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
const build = (site: string) => buildHugo(join(lake.folder, site), exportedAt)

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

  test.runIf(hugo)(
    'keeps an edited page after its session is gone, says so, and the site still builds',
    async () => {
      const own = await startSmallLake([session('going', '2026-03-17T14:00:00Z')])
      const name = 'edited-gone'
      await writeFiles(join(own.folder, name), grove)
      const run = () => own.touchpoints(['export', name, '--format', 'hugo', '--now', exportedAt])
      await run()
      const path = 'content/en/touchpoints/going.md'
      const text = await readFile(join(own.folder, name, path), 'utf8')
      await writeFiles(join(own.folder, name), {
        [path]: `${text}\nOur own words.\n`,
        'content/en/lists.md':
          '---\ntitle: Lists\n---\n{{< touchpoints/next series="gone" >}}{{< touchpoints/upcoming series="gone" >}}{{< touchpoints/past series="gone" >}}\nAfter the lists.\n',
      })
      own.load([session('going', '2026-03-17T14:00:00Z', {slug: {current: 'gone-elsewhere'}})])
      const {code, err} = await run()
      expect(code).toBe(0)
      expect(err).toMatch(/touchpoints\/going\.md was kept.*no longer a session of this name/)
      const pages = await buildHugo(join(own.folder, name), exportedAt, {warnings: 'allowed'})
      expect(pages.get('touchpoints/going/index.html')).toContain('Our own words.')
      expect(pages.get('lists/index.html')).toContain('After the lists.')
      await own.stop()
    },
    60_000,
  )

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
