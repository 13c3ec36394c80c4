import {mkdtemp, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {sitePath} from '@touchpoints/calendar/links'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {readEleventySite} from '../../../cli/export/eleventy/readEleventySite.ts'
import {contentFile} from '../../../cli/export/hugo/hugoContentFiles.ts'
import {meetingsPageOf} from '../../../cli/export/hugo/meetingsPageOf.ts'
import {placedPages} from '../../../cli/export/hugo/placedPages.ts'
import {readHugoSite} from '../../../cli/export/hugo/readHugoSite.ts'
import {ownPageAt} from '../../../cli/export/jekyll/ownPageAt.ts'
import {readJekyllSite} from '../../../cli/export/jekyll/readJekyllSite.ts'
import {elementScript} from '../../../cli/export/site/elementScript.ts'
import {renderText} from '../../../cli/export/site/renderText.ts'
import {isSameContent} from '../../../cli/export/site/isSameContent.ts'
import {planChanges} from '../../../cli/export/site/planChanges.ts'
import {matchLanguages} from '../../../cli/export/site/siteLanguages.ts'
import {writeSite} from '../../../cli/export/site/writeSite.ts'
import {writeFiles} from '../support/writeFiles.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchpoints-sites-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

describe('the plan of an export', () => {
  const first = planChanges({
    files: new Map([['a.json', 'a\n']]),
    written: new Map(),
    current: new Map(),
  })

  test('writes a new file, and then leaves it alone', () => {
    expect(first.changes).toEqual([{kind: 'new', path: 'a.json', text: 'a\n'}])
    const again = planChanges({
      files: new Map([['a.json', 'a\n']]),
      written: first.written,
      current: new Map([['a.json', 'a\n']]),
    })
    expect(again).toEqual({
      changes: [{kind: 'unchanged', path: 'a.json'}],
      written: first.written,
    })
  })

  test.each([
    ['replaces its own file', 'a\n', 'b\n', 'changed'],
    ['replaces its own file with other ends of lines', 'a\r\n', 'b\n', 'changed'],
    ['removes its own file', 'a\n', undefined, 'removed'],
    ['keeps an edited file', 'edited\n', 'b\n', 'kept'],
    ['keeps an edited file that it no longer writes', 'edited\n', undefined, 'kept'],
    ['writes a file again that a person deleted', undefined, 'b\n', 'new'],
  ])('%s', (_, current, next, kind) => {
    const plan = planChanges({
      files: new Map(next === undefined ? [] : [['a.json', next]]),
      written: first.written,
      current: new Map(current === undefined ? [] : [['a.json', current]]),
    })
    expect(plan.changes).toMatchObject([{kind, path: 'a.json'}])
  })

  test('adopts a file that is as it would write it, and keeps one that is not', () => {
    const files = new Map([
      ['same.json', 'a\n'],
      ['other.json', 'b\n'],
    ])
    const current = new Map([
      ['same.json', 'a\n'],
      ['other.json', 'theirs\n'],
    ])
    const plan = planChanges({files, written: new Map(), current})
    expect(plan.changes).toEqual([
      {kind: 'kept', path: 'other.json', reason: 'foreign'},
      {kind: 'unchanged', path: 'same.json'},
    ])
    expect([...plan.written.keys()]).toEqual(['same.json'])
  })

  test.each([
    ['JSON', '{"title": "A", "updatedAt": "2026-01-01T00:00:00Z"}', '2026-02-01T00:00:00.123Z'],
    [
      'a page',
      '"date": "2026-01-01T00:00:00Z",\n  "lastmod": "2026-01-01T00:00:00Z"',
      '2026-02-01T00:00:00Z',
    ],
    ['RSS', '<pubDate>2026-01-01T00:00:00Z</pubDate>', 'Sun, 01 Feb 2026 00:00:00 GMT'],
    ['iCalendar', 'DTSTAMP:2026-01-01T00:00:00Z\r\nSUMMARY:A\r\n', '20260201T000000Z'],
  ])('the time of the last change alone is no difference in %s', (_, text, time) => {
    expect(isSameContent(text, text.replaceAll('2026-01-01T00:00:00Z', time))).toBe(true)
    expect(isSameContent(text, `${text}.`)).toBe(false)
  })

  test('the start of a session is a difference, although it is a time', () => {
    const page = (start: string) => `"date": "${start}",\n"lastmod": "2026-02-01T00:00:00Z"`
    expect(isSameContent(page('2026-01-01T00:00:00Z'), page('2026-01-02T00:00:00Z'))).toBe(false)
  })

  test('a link that leads out of the site is an error, because the export writes within the site only', async () => {
    await symlink('..', join(folder, 'data'))
    const files = {
      files: new Map([['data/x/a.json', 'a']]),
      sessionFolders: [],
      notes: [],
      problems: [],
      unread: [],
    }
    const request = {folder, format: 'hugo', list: new Map(), dryRun: true, strict: false}
    const shell = {
      env: {},
      folder,
      writeOutput: () => {},
      writeError: () => {},
      isTerminal: {output: false, error: false},
      stopSignal: () => new AbortController().signal,
      fail: () => {},
    }
    await expect(writeSite(files, request, shell)).rejects.toThrow('leads out of the site')
  })
})

describe('the languages of a site', () => {
  const of = (...keys: [string, ...string[]]) => {
    const [first, ...others] = keys.map((key) => ({key, tag: key}))
    if (!first) throw new TypeError('A site has a language.')
    return [first, ...others] as const
  }
  const pairs = (site: Parameters<typeof matchLanguages>[0], community: string[], only?: string) =>
    matchLanguages(site, community, only).matched.map(({site: {key}, language}) => [key, language])

  test('are matched with those of the community, in any region and in any case', () => {
    expect(pairs(of('en', 'pt-br', 'fr'), ['en', 'pt-BR', 'de'])).toEqual([
      ['en', 'en'],
      ['pt-br', 'pt-BR'],
    ])
    expect(pairs(of('en-us', 'es-mx'), ['en', 'es'])).toEqual([
      ['en-us', 'en'],
      ['es-mx', 'es'],
    ])
  })

  test('get content in the default language of the community when they share none', () => {
    expect(pairs(of('sv'), ['en', 'es'])).toEqual([['sv', undefined]])
  })

  test('are one when a person names it', () => {
    expect(pairs(of('en', 'es'), ['en', 'es'], 'es')).toEqual([['es', 'es']])
  })
})

describe('the configuration of a Hugo site', () => {
  const languagesOf = async (files: Record<string, string>) => {
    await writeFiles(folder, files)
    const {languages} = await readHugoSite(folder)
    return languages.map(({key, content, suffix, path}) => ({key, content, suffix, path}))
  }

  test('may be missing', async () => {
    expect(await languagesOf({})).toEqual([{key: 'en', content: 'content', suffix: '', path: ''}])
  })

  test('is the first file, then the folders, and production wins as in a build', async () => {
    await writeFiles(folder, {
      'hugo.toml': 'baseURL = "https://first.example/"\ncontentDir = "a"\nTheme = "one"\n',
      'config.toml': 'contentDir = "not-read"\n',
      'config/_default/hugo.yaml': 'contentDir: b\ndataDir: values\n',
      'config/production/config.json': '{"baseURL": "https://live.example/"}',
    })
    const site = await readHugoSite(folder)
    expect(site.configFiles).toEqual([
      'hugo.toml',
      'config/_default/hugo.yaml',
      'config/production/config.json',
    ])
    expect(site.languages[0]).toMatchObject({baseUrl: 'https://live.example/', content: 'b'})
    expect(site.data).toBe('values')
    expect(site.layoutFolders).toContainEqual({
      folder: 'themes/one/layouts',
      owner: 'the theme one',
    })
  })

  test('leaves out a disabled language, and names files by language only in a shared folder', async () => {
    const config = `defaultContentLanguage = "de"
disableLanguages = ["nl"]
[languages.en]
[languages.de]
[languages.nl]
[languages.fr]
disabled = true
[languages.es]
contentDir = "spanish"
`
    expect(await languagesOf({'hugo.toml': config})).toEqual([
      {key: 'de', content: 'content', suffix: '', path: ''},
      {key: 'en', content: 'content', suffix: '.en', path: 'en/'},
      {key: 'es', content: 'spanish', suffix: '', path: 'es/'},
    ])
  })

  const mount = (lang: string, target = 'content') =>
    `[[module.mounts]]\nsource = "pages/${lang}"\ntarget = "${target}"\nlang = "${lang}"\n`

  test.each([
    ['a further language', mount('en'), ['en'], ['es']],
    ['the default language', mount('es'), ['es'], ['en']],
    ['a language with a part of it', mount('en') + mount('es', 'content/docs'), ['en'], ['es']],
  ])('may mount no content of %s, which is left out', async (_, mounts, mounted, unmounted) => {
    await writeFiles(folder, {'hugo.toml': `[languages.en]\n[languages.es]\n${mounts}`})
    const site = await readHugoSite(folder)
    expect(site.languages.map(({key}) => key)).toEqual(mounted)
    expect(site.unmounted).toEqual(unmounted)
  })

  test('that is invalid is an error with the name of the file', async () => {
    await writeFiles(folder, {'hugo.toml': 'title = \n'})
    await expect(readHugoSite(folder)).rejects.toThrow(/Could not read hugo\.toml/)
  })
})

describe('the meetings page of a Hugo site', () => {
  const languages = [
    {key: 'en', content: '.', suffix: '', path: 'en/'},
    {key: 'es', content: '.', suffix: '.es', path: 'es/'},
  ] as const
  const place = (path: string, files: Record<string, string> = {}, suffix = '') =>
    meetingsPageOf({
      path,
      section: 'touchpoints',
      language: languages[suffix === '' ? 0 : 1],
      pages: placedPages(
        '.',
        Object.entries(files).map(([name, source]) => contentFile(name, source)),
        languages,
      ),
    })

  test.each([
    ['a file', 'community/meetings.md', ''],
    ['a folder', 'community/meetings/index.md', ''],
    ['a section', 'community/meetings/_index.html', ''],
    ['a file of its language', 'community/meetings.en.md', ''],
    ['a url in YAML', 'calls.md', '---\nurl: /community/meetings/\n---\n'],
    ['a url in TOML', 'calls.md', '+++\nurl = "community/meetings"\n+++\n'],
    ['a url in JSON', 'calls.md', '{\n"url": "/community/meetings.html"\n}\n'],
    ['an alias', 'calls.md', '---\naliases: [/community/meetings/]\n---\n'],
    ['a url with its language', 'calls.md', '---\nurl: /en/community/meetings/\n---\n'],
    ['an alias with its language', 'calls.md', '---\naliases: [/en/community/meetings]\n---\n'],
    ['a url of a file', 'calls.md', '---\nurl: /Community/Meetings/index.html\n---\n'],
    ['a page of another language', 'a.es.md', '---\nurl: /en/community/meetings/\n---\n'],
  ])('is its own one by %s', (_, name, source) => {
    expect(place('/community/meetings/', {[name]: source})).toMatchObject({kind: 'own', file: name})
  })

  test('is free otherwise, and beside a folder of the same name it is the page of this folder', () => {
    expect(place('/community/meetings/')).toEqual({kind: 'free', name: 'community/meetings'})
    const below = {'community/meetings/2026.md': ''}
    expect(place('/community/meetings/', below)).toEqual({
      kind: 'free',
      name: 'community/meetings/_index',
    })
    expect(place('/touchpoints/')).toEqual({kind: 'free', name: 'touchpoints/_index'})
  })

  test.each([
    ['the same name', 'calls/meetings.md', ''],
    ['the same folder', 'calls/meetings/_index.md', ''],
    ['a slug', 'calls/x.md', '---\nslug: meetings\n---\n'],
    ['a title, which permalinks can use', 'calls/x.md', '+++\ntitle = "Meetings"\n+++\n'],
    ['a url with values', 'calls/x.md', '---\nurl: /community/:slug/\n---\n'],
    ['the end of a url', 'x.md', '---\nurl: /other/meetings/\n---\n'],
  ])('is unclear by %s, because only Hugo knows its address', (_, name, source) => {
    expect(place('/community/meetings/', {[name]: source})).toMatchObject({
      kind: 'unclear',
      page: {file: name},
    })
    // Another language has other addresses.
    expect(place('/community/meetings/', {[name]: source}, '.es')).toMatchObject({kind: 'free'})
  })

  test('is its own one where a section has a list, and on the home page', () => {
    expect(place('/meetings/', {'meetings/2026.md': ''})).toMatchObject({kind: 'own'})
    expect(place('/')).toMatchObject({kind: 'own', file: '_index.md'})
  })

  test('of one language is not that of another', () => {
    expect(place('/meetings/', {'meetings.md': ''}, '.es')).toMatchObject({kind: 'free'})
    expect(place('/meetings/', {'meetings.es.md': ''}, '.es')).toMatchObject({kind: 'own'})
  })
})

test('a page’s shortcodes are read with both delimiters, and neither closing ones nor comments', () => {
  const source = '{{< a >}}{{< /a >}}{{% b/c x="1" %}}{{</* d */>}}{{<e>}}'
  expect([...contentFile('a.md', source).shortcodes]).toEqual(['a', 'b/c', 'e'])
})

describe('the configuration of an Eleventy site', () => {
  const site = async (source: string) => {
    await writeFiles(folder, {'eleventy.config.js': source})
    const {input, data, isUnclear} = await readEleventySite(folder)
    return isUnclear ? 'unclear' : `${input} ${data}`
  }

  test.each([
    ['export default () => {}', '. _data'],
    ['return {dir: {input: "src"}}', 'src src/_data'],
    ['return {dir: {data: "../d", "input": `./src`}}', 'src d'],
    ['config.setInputDirectory("a"); config.setDataDirectory("b")', 'a a/b'],
    ['// dir: {input: "old"}\n/* dir: {data: x} */', '. _data'],
    ['return {dir: {input: INPUT}}', 'unclear'],
    ['return {dir: directories}', 'unclear'],
    ['config.setDataDirectory(data)', 'unclear'],
  ])('is read without running it: %s', async (source, expected) => {
    expect(await site(source)).toBe(expected)
  })
})

describe('the meetings page of a Jekyll site', () => {
  const page = async (files: Record<string, string>) => {
    await writeFiles(folder, files)
    return ownPageAt({folder, source: '.', path: '/community/meetings/', written: new Map()})
  }
  const front = (line: string) => `---\n${line}\n---\n`

  test.each([
    ['a file', 'community/meetings.md', ''],
    ['a permalink', 'calls.md', front('permalink: /community/meetings/')],
    ['a permalink of a file', 'calls.md', front('permalink: /community/meetings/index.html')],
    [
      'a permalink in an included folder',
      '_pages/calls.md',
      front('permalink: /community/meetings'),
    ],
    ['a redirect', 'calls.md', front('redirect_from: [/community/meetings/]')],
  ])('is its own one by %s', async (_, file, text) => {
    expect(await page({[file]: text})).toEqual({kind: 'own', file})
  })

  test.each([
    ['its name in a collection', '_handbook/meetings.md', '---\n---\n'],
    ['a slug', '_handbook/calls.md', front('slug: meetings')],
    [
      'its name elsewhere, because defaults can set its permalink',
      'about/meetings.md',
      '---\n---\n',
    ],
  ])('is unclear by %s', async (_, file, text) => {
    expect(await page({[file]: text})).toEqual({kind: 'unclear', file})
  })

  test('is missing where a page of this name has another address', async () => {
    const files = {
      '_pages/meetings.md': front('permalink: /elsewhere/'),
      '_includes/meetings.html': '---\n---\n',
      'public/community/meetings/index.html': '<p>Built</p>',
      '_site/community/meetings/index.html': '',
    }
    expect(await page(files)).toBeUndefined()
  })
})

test('a Jekyll site without a configuration has the folders of Jekyll', async () => {
  expect(await readJekyllSite(folder)).toEqual({
    configFile: undefined,
    source: '.',
    data: '_data',
    includes: '_includes',
    collection: '_touchpoints',
    hasCollection: false,
    layout: undefined,
    baseUrl: undefined,
    basePath: '/',
  })
})

test('without the built elements, the export names the command that builds them', async () => {
  const missing = new URL('file:///no/such/bundle.js')
  expect(await elementScript(missing)).toEqual({
    script: undefined,
    note: expect.stringContaining('npm run build'),
  })
})

describe('the HTML of a text', () => {
  const block = (fields: object) => ({
    _type: 'block' as const,
    _key: 'b',
    style: 'normal',
    children: [{_type: 'span' as const, _key: 's', text: '<a & b>', marks: ['strong']}],
    ...fields,
  })

  test('escapes what an editor wrote, and keeps lists, headings and links', () => {
    const href = sitePath('/a/?b=1&c=2')
    if (!href) throw new TypeError('Expected a path.')
    const link = {_type: 'textLink' as const, _key: 'l', href}
    const html = renderText([
      block({}),
      block({style: 'h3', children: [{_type: 'span', _key: 's', text: 'Where'}]}),
      block({listItem: 'bullet', level: 1}),
      block({markDefs: [link], children: [{_type: 'span', _key: 's', text: 'x', marks: ['l']}]}),
    ])
    expect(html).toBe(
      '<p><strong>&lt;a &amp; b&gt;</strong></p><h3>Where</h3><ul><li><strong>&lt;a &amp; b&gt;</strong></li></ul><p><a href="/a/?b=1&amp;c=2">x</a></p>',
    )
  })

  test('keeps the words of a mark that it does not know', () => {
    const span = {_type: 'span' as const, _key: 's', text: 'x', marks: ['glow']}
    expect(renderText([block({children: [span]})])).toContain('x')
  })
})
