import {join} from 'node:path'
import {Liquid} from 'liquidjs'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'

import {exportedAt, startSmallLake} from '../support/smallLake.ts'
import {readFiles, writeFiles} from '../support/writeFiles.ts'

console.log(
  'Jekyll is not run: LiquidJS renders its includes, with the data and the filters of Jekyll.',
)

let lake: Awaited<ReturnType<typeof startSmallLake>>
beforeAll(async () => {
  lake = await startSmallLake()
})
afterAll(() => lake.stop())

const exported = (site: string, ...more: string[]) =>
  lake.touchpoints(['export', site, '--format', 'jekyll', '--now', exportedAt, ...more])
const files = (site: string) => readFiles(join(lake.folder, site))

/** Returns the front matter of a page and its text. */
function pageOf(source = '') {
  const [, front = '', text = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? []
  const values: unknown = parse(front)
  return {front: values, text}
}

describe('a Jekyll site with the collection', () => {
  let first: Awaited<ReturnType<typeof exported>>
  beforeAll(async () => {
    await writeFiles(join(lake.folder, 'grove'), {
      '_config.yml': `url: https://grove.example
baseurl: /site
source: src
data_dir: _values
includes_dir: _parts
collections_dir: lists
collections:
  touchpoints:
    output: true
`,
      'src/_layouts/default.html': '{{ content }}',
      'src/about.md': '---\ntitle: About\n---\nWe meet.\n',
    })
    first = await exported('grove')
  })

  test('gets data, includes, pages and feeds where its configuration says', async () => {
    expect(first).toMatchObject({code: 0, err: ''})
    const own = await files('grove')
    expect(own.has('src/_values/touchpoints/series.json')).toBe(true)
    expect(own.has('src/_values/touchpoints/languages/es/series.json')).toBe(true)
    expect(own.has('src/_parts/touchpoints/next.html')).toBe(true)
    expect(own.get('src/touchpoints/calendar.ics')).toContain('@grove.example')
    const {front, text} = pageOf(own.get('src/lists/_touchpoints/glossary.md'))
    expect(front).toMatchObject({title: 'Glossary', layout: 'default', touchpoint: 'glossary'})
    expect(text.trim()).toBe('{% include touchpoints/session.html %}')
  })

  test('gets the meetings page that it does not have, at the path of the page', async () => {
    const {front} = pageOf((await files('grove')).get('src/meetings.md'))
    expect(front).toMatchObject({title: 'Meetings', permalink: '/meetings/'})
  })

  test('a title is text in its front matter and not markup or Liquid', async () => {
    const page = (await files('grove')).get('src/lists/_touchpoints/markup.md')
    expect(pageOf(page).front).toMatchObject({title: '<b>"Bold"</b> {{< raw >}} {% raw %}'})
  })

  test('a second export writes nothing', async () => {
    expect((await exported('grove')).out).toMatch(/changed=false\n$/)
  })
})

describe('a Jekyll site with its own meetings page, and without the collection', () => {
  const site = {
    '_config.yml': 'title: Ours\n',
    'calls.md': '---\ntitle: Calls\npermalink: /meetings/\n---\n',
  }

  test('gets no page, and the lines that its configuration needs for pages', async () => {
    await writeFiles(join(lake.folder, 'plain'), site)
    const {out} = await exported('plain')
    expect(out).toContain('collections:\n  touchpoints:\n    output: true')
    expect(out).toContain('Add --site-url')
    expect((await files('plain')).has('meetings.md')).toBe(false)
  })

  test('keeps its meetings page with --pages, and learns which include fits', async () => {
    await writeFiles(join(lake.folder, 'paged'), site)
    const {out} = await exported('paged', '--pages')
    expect(out).toContain('own meetings page, calls.md. It stays')
    expect(out).toContain('{% include touchpoints/meetings.html %}')
    const own = await files('paged')
    expect(own.get('calls.md')).toBe(site['calls.md'])
    expect(own.has('_touchpoints/glossary.md')).toBe(true)
  })
})

describe('the includes', () => {
  /** Renders an include with the exported data, as Jekyll would. */
  async function render(include: string, {lang, page = {}}: {lang?: string; page?: object} = {}) {
    const own = await files('grove')
    const data: Record<string, unknown> = {languages: {es: {}}}
    for (const [path, text] of own) {
      const [, language, name] =
        /^src\/_values\/touchpoints\/(languages\/es\/)?(\w+)\.json$/.exec(path) ?? []
      if (name === undefined) continue
      const table = language === undefined ? data : Object(data['languages'])['es']
      Reflect.set(table, name, JSON.parse(text))
    }
    const engine = new Liquid({
      root: join(lake.folder, 'grove/src/_parts'),
      jekyllInclude: true,
      dynamicPartials: false,
    })
    engine.registerFilter('relative_url', (path: string) => `/site${path}`)
    engine.registerFilter('slugify', (text: string) => text.toLowerCase().replaceAll(/\W+/g, '-'))
    const documents = [{touchpoint: 'glossary', url: '/touchpoints/glossary/'}]
    const site = {data: {touchpoints: data}, time: new Date(exportedAt), touchpoints: documents}
    const html: unknown = await engine.parseAndRender(`{% include ${include} %}`, {
      site,
      page: {...page, ...(lang !== undefined && {lang})},
    })
    return String(html)
  }

  test('the next date links to its page', async () => {
    const html = await render('touchpoints/next.html')
    expect(html).toContain('<a href="/site/touchpoints/glossary/">Glossary</a>')
    expect(html).toContain('Tuesday 10 March 2026, 15:00')
    expect(html.match(/<li>/g)).toHaveLength(1)
  })

  test('a series shows its own dates, and an unknown one says that there is none', async () => {
    expect(await render('touchpoints/next.html series="weekly"')).toContain('Glossary')
    expect(await render('touchpoints/next.html series="other"')).toContain('No upcoming events.')
  })

  test('a title from a stranger is text, because Liquid escapes nothing by itself', async () => {
    const html = await render('touchpoints/upcoming.html')
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('<b>')
  })

  test('the calendar has the events of the feeds, and a link to subscribe', async () => {
    const html = await render('touchpoints/calendar.html')
    expect(html).toContain('Board meeting')
    expect(html).toContain('href="/site/touchpoints/calendar.ics"')
    expect(await render('touchpoints/other-calendars.html')).not.toContain('Board meeting')
  })

  test('a group has its next meeting', async () => {
    const html = await render('touchpoints/groups.html slug="docs"')
    expect(html).toContain('<h3>SIG Documentation</h3>')
    expect(html).toContain('Weekly call: Tuesday 10 March 2026')
    expect(html).not.toContain('Committee')
  })

  test('a session shows itself on its page, in the language of the page', async () => {
    const page = {touchpoint: 'glossary'}
    expect(await render('touchpoints/session.html', {page})).toContain('Tuesday 10 March')
    expect(await render('touchpoints/session.html', {page, lang: 'es'})).toContain('martes, 10')
  })

  test('the meetings page has its texts and every list', async () => {
    const html = await render('touchpoints/meetings.html')
    expect(html).toContain('<p>Welcome.</p>')
    expect(html).toContain('<h2 id="sessions">Sessions</h2>')
    expect(html).toContain('Come &lt;along&gt; &amp; listen.')
    expect(html).toContain('Earlier talk, recorded')
    expect(html).toContain('2026-02-10')
  })

  test('every include can be parsed, and its values are escaped', async () => {
    const own = [...(await files('grove'))].filter(([path]) => path.includes('/_parts/'))
    expect(own.length).toBeGreaterThan(10)
    const engine = new Liquid({jekyllInclude: true, dynamicPartials: false})
    // HTML of the export itself, numbers, and dates.
    const safe = /introduction|section\.text|minutes|slice: 0, 10|slugify/
    for (const [path, text] of own) {
      expect(() => engine.parse(text)).not.toThrow()
      const outputs = [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, output = '']) => output)
      const raw = outputs.filter((output) => !/\| escape\s*$/.test(output) && !safe.test(output))
      expect([path, raw]).toEqual([path, []])
    }
  })
})
