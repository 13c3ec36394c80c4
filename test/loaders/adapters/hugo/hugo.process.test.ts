import {execFile, spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {readSiteContent} from '../../../../loaders/adapters/files/index.ts'
import {hugoFiles, hugoLayouts, type HugoOptions} from '../../../../loaders/adapters/hugo/index.ts'
import {referencePages} from '../../../support/referencePages.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const run = promisify(execFile)
const hugo = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find((path) => existsSync(path))
if (!hugo && process.env['CI'])
  throw new Error('The Hugo tests need Hugo, such as the package of Debian.')
if (!hugo) console.log('Skipped the Hugo module: Hugo is not installed.')

/** Content adapters need Hugo 0.126. Debian 12 has 0.111, so CI sets the path of a newer one. */
const newerHugo = [process.env['HUGO_NEWER'], hugo].find((path) => path && hasAdapters(path))
if (!newerHugo) {
  console.log(
    'Skipped the content adapter: it needs Hugo 0.126 or later. Set its path in HUGO_NEWER.',
  )
}

function hasAdapters(path: string): boolean {
  const {stdout} = spawnSync(path, ['version'], {encoding: 'utf8'})
  const [, major, minor] = /v(\d+)\.(\d+)\./.exec(stdout) ?? []
  return Number(major) > 0 || Number(minor) >= 126
}

const reference = referencePages()
const legacyPages = reference
  ? [
      {year: '2024', text: reference.page2024},
      {year: '2025', text: reference.page2025},
    ]
  : []
if (!reference) console.log('Skipped the legacy pages: they are not next to this clone.')

const now = '2024-03-20T10:00:00Z'
const siteUrl = 'https://community.example/'

const exported = async (options: Partial<HugoOptions> = {}, settings = {}) =>
  hugoFiles(await readSiteContent(sampleLoader(settings), {now}), {siteUrl, ...options})

/** The shortcodes, as a site has them. */
const layouts = async (aliases: Parameters<typeof hugoLayouts>[0] = new Map()) =>
  [...(await hugoLayouts(aliases))].map(([path, text]): [string, string] => [
    `layouts/${path}`,
    text,
  ])

/** What the legacy pages call, and what shows it. */
const legacyNames = new Map([
  ['wg-card', 'group'],
  ['todo_community_calendar', 'calendar'],
  ['todo_community_calendars', 'other-calendars'],
])

describe('the export', () => {
  test('a title cannot break out of its page’s front matter', async () => {
    const title = '"}\n---\n{{< raw >}} </script>'.replaceAll('\n', ' ')
    const files = await exported({}, {documents: [{...planted, title}]})
    const page = files.get('content/touchpoints/planted.md') ?? ''
    const [front = ''] = page.split('\n\n{{< touchpoints/session >}}')
    expect(JSON.parse(front)).toMatchObject({title})
  })

  test('no file contains the link of a meeting for members, because data goes into public repositories', async () => {
    const secret = 'https://meet.example/members-only'
    const document = {...planted, audience: 'members', links: {join: secret}}
    const files = await exported({}, {documents: [document]})
    expect([...files.values()].join()).toContain('Planted talk')
    expect([...files.values()].join()).not.toContain('members-only')
  })

  test('a newer Hugo can create the pages from the data, which has the same content as the files', async () => {
    const files = await exported({pages: 'adapter'})
    expect(files.has('content/touchpoints/_content.gotmpl')).toBe(true)
    expect([...files.keys()].filter((path) => path.endsWith('.md'))).toEqual([])
    const pages: unknown = JSON.parse(files.get('data/touchpoints/pages.json') ?? '')
    const fronts = [...(await exported())]
      .filter(([path]) => path.endsWith('.md'))
      .map(([, text]): unknown => JSON.parse(text.split('\n\n{{<')[0] ?? ''))
    const flat = (page: {params: object}) => ({...page, params: undefined, ...page.params})
    expect(Array.isArray(pages) && pages.map(flat)).toEqual(fronts)
  })
})

describe('the data of a group', () => {
  const readGroups = async () => {
    const files = await exported({}, {documents: [committeeCall]})
    const groups: unknown = JSON.parse(files.get('data/touchpoints/working_groups.json') ?? '')
    return Array.isArray(groups) ? groups : []
  }

  test('has its series, with the dates from this month on, of which a template shows the next one', async () => {
    const committee = (await readGroups()).find(({slug}) => slug === 'steering-committee')
    const [officeHour, call] = committee.meetings
    expect(officeHour).toMatchObject({title: 'Open office hour', meets: 'standing'})
    expect(officeHour.dates.slice(0, 2)).toMatchObject([
      {start: '2024-03-05T15:00:00Z', when: expect.stringContaining('Tuesday 5 March 2024')},
      {start: '2024-03-12T15:00:00Z'},
    ])
    expect(call).toMatchObject({title: 'Steering Committee call', dates: []})
  })

  test('has its roles, its links and its channels of any kind', async () => {
    const metrics = (await readGroups()).find(({slug}) => slug === 'chaoss-ospo-metrics')
    expect(metrics).toMatchObject({
      roles: expect.arrayContaining([
        expect.objectContaining({role: 'Moderator', person: expect.anything()}),
      ]),
      links: expect.arrayContaining([expect.objectContaining({kind: 'repository'})]),
      channels: [{kind: 'slack', name: '#wg-ospometrics-chaoss'}],
    })
  })
})

describe('the language of the export', () => {
  test('is the one that is asked for, in the content, the times and the words of shortcodes', async () => {
    const content = await readSiteContent(sampleLoader(), {now, language: 'es'})
    const files = hugoFiles(content, {siteUrl})
    expect(JSON.parse(files.get('data/touchpoints/words.json') ?? '')).toMatchObject({
      signUp: 'Inscribirse',
      linkKinds: {charter: 'Estatuto'},
    })
    expect(files.get('data/touchpoints/events.json')).toContain('jueves, 28 de marzo de 2024')
    expect(files.get('static/touchpoints/feed.xml')).toContain('<language>es</language>')
  })

  /** Returns the words that a template writes itself. Names and units are the same in each language. */
  const ownWords = (template: string) =>
    template
      .replaceAll(/\{\{-? \/\*[^]*?\*\/ -?\}\}/g, ' ')
      .replaceAll(/(?:default|\$when =|printf) "([^"]*)"/g, '}}$1{{')
      .replaceAll(/\{\{[^]*?\}\}/g, ' ')
      .replaceAll(/<[^>]*>/g, ' ')
      .match(/\p{L}+/gu)
      ?.filter((word) => !['iCal', 'Slack', 's', 'min'].includes(word)) ?? []

  test('no shortcode has words of its own, so that each language is complete', async () => {
    const templates = [...(await hugoLayouts())]
    expect(templates.length).toBeGreaterThan(5)
    expect(templates.flatMap(([path, text]) => ownWords(text).map((word) => [path, word]))).toEqual(
      [],
    )
    expect(ownWords('<li>{{ .x }}: <a href="{{ . }}">Sign up</a></li>')).toEqual(['Sign', 'up'])
    expect(ownWords('{{ .title | default "Repository" }}')).toEqual(['Repository'])
  })
})

describe.skipIf(!hugo)('a site built by Hugo', () => {
  let site: string

  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'touchpoints-hugo-'))
    const files = new Map([
      ...(await layouts(legacyNames)),
      ...(await exported({script: 'touchpoints/element.js'}, {documents: [committeeCall]})),
      ['static/touchpoints/element.js', 'export {}\n'],
      ['config.toml', `baseURL = "${siteUrl}"\ntitle = "Community"\n`],
      ['layouts/shortcodes/spacer.html', '<hr>'],
      ['layouts/_default/single.html', '<h1>{{ .Title }}</h1>{{ .Content }}'],
      ['layouts/_default/list.html', '<h1>{{ .Title }}</h1>{{ .Content }}'],
      ...legacyPages.map(({year, text}): [string, string] => [
        `content/old/${year}.md`,
        // Two revisions of one page, so each needs its own address.
        text.replace(/^url: .*$/m, `url: "/old/${year}/"`),
      ]),
      ['content/new.md', newPage],
    ])
    for (const [path, text] of files) {
      await mkdir(dirname(join(site, path)), {recursive: true})
      await writeFile(join(site, path), text)
    }
    await run(hugo ?? '', ['--source', site, '--clock', now, '--panicOnWarning'], {timeout: 60_000})
  }, 90_000)

  afterAll(() => rm(site, {recursive: true, force: true}))

  const built = (path: string) => readFile(join(site, 'public', path, 'index.html'), 'utf8')

  test.each(legacyPages)(
    'the old page of $year builds as it is, with its shortcodes',
    async ({year}) => {
      const html = await built(`old/${year}`)
      expect(html).not.toContain('{{<')
      expect(html).toContain('touchpoints-calendars')
    },
  )

  test.runIf(reference)('a card shows the text of the legacy page', async () => {
    const html = await built('old/2025')
    expect(html).toContain('href="https://github.com/todogroup/ospology/tree/main/ospo-book"')
    expect(html).toContain('Slack: #project-ospobook')
  })

  test('each touchpoint has a page, with its time in its own zone', async () => {
    const html = await built('touchpoints/2024-03-28-security-management')
    expect(html).toContain('Thursday 28 March 2024, 14:00–15:00, Europe/Madrid (13:00 UTC)')
    expect(html).toContain('Dana Wang (OpenSSF)')
    expect(html).toMatch(/<a href=[^>]*>Agenda<\/a>/)
  })

  test('the page contains the next session, inside the element that updates it', async () => {
    const html = await built('new')
    expect(html).toMatch(/<touchpoints-next src="?\/touchpoints\/events\.json"? series="thursday/)
    expect(html).toContain('Security Management')
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain('OSPO Book Working Group')
    expect(html).toContain('https://www.youtube.com/watch?v=2QopYZbo3EQ')
  })

  test('the card of a group shows who has a role now, its channels, links and next meeting', async () => {
    const html = await built('new')
    expect(html).toContain('Moderator: Ana')
    // Their term begins later.
    expect(html).not.toContain('Moderator: Gary')
    expect(html).toContain('Slack: #wg-ospometrics-chaoss')
    expect(html).toMatch(/>chaoss\/wg-ospo<\/a>/)
    expect(html).toMatch(/Open office hour: Tuesday 26 March 2024, 16:00/)
    expect(html).toContain(
      'Bi-weekly call: Every two weeks. The day and the hour are in the calendar',
    )
  })

  test('the site serves the files that calendar programs and feed readers fetch', async () => {
    for (const name of ['events.json', 'calendar.ics', 'feed.xml', 'element.js']) {
      expect(existsSync(join(site, 'public/touchpoints', name))).toBe(true)
    }
  })

  test('a shortcode with an unknown slug stops the build and names its page', async () => {
    const wrong = join(site, 'content/wrong.md')
    await writeFile(wrong, '{"title": "Wrong"}\n\n{{< touchpoints/group slug="no-such-group" >}}\n')
    const output = await run(hugo ?? '', [
      '--source',
      site,
      '--destination',
      join(site, 'other'),
    ]).then(
      () => 'It was built.',
      (error: unknown) => String(Reflect.get(Object(error), 'stdout')),
    )
    expect(output).toMatch(/no group "no-such-group".*wrong\.md/s)
    await rm(wrong)
  })
})

describe.skipIf(!newerHugo)('a Hugo with content adapters', () => {
  /** Every built page, by path. */
  async function build(pages: 'files' | 'adapter'): Promise<Map<string, string>> {
    const site = await mkdtemp(join(tmpdir(), `touchpoints-hugo-${pages}-`))
    const files = new Map([
      ...(await layouts()),
      ...(await exported({pages})),
      ['config.toml', `baseURL = "${siteUrl}"\ntitle = "Community"\n`],
      ['layouts/_default/single.html', layout],
      ['layouts/_default/list.html', '{{ range .Pages }}{{ .RelPermalink }}\n{{ end }}'],
    ])
    for (const [path, text] of files) {
      await mkdir(dirname(join(site, path)), {recursive: true})
      await writeFile(join(site, path), text)
    }
    const args = ['--source', site, '--panicOnWarning', '--disableKinds', 'RSS,sitemap']
    await run(newerHugo ?? '', args, {timeout: 60_000})
    const pagesOf = join(site, 'public/touchpoints')
    const names = (await readdir(pagesOf, {recursive: true})).filter((name) =>
      name.endsWith('.html'),
    )
    const built = names.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(join(pagesOf, name), 'utf8'),
    ])
    const all = new Map(await Promise.all(built))
    await rm(site, {recursive: true})
    return all
  }

  test('builds the same pages from the data as from the files', async () => {
    const [fromFiles, fromData] = [await build('files'), await build('adapter')]
    expect(fromFiles.get('2024-03-28-security-management/index.html')).toContain('Dana Wang')
    expect(fromData).toEqual(fromFiles)
  })
})

/** The parts of a page that come from this package. */
const layout = `<h1>{{ .Title }}</h1>{{ .Date }} {{ .Lastmod }} {{ .Slug }}
{{ with .Params }}{{ .touchpoint }} {{ .start }} {{ .end }} {{ .timeZone }} {{ .status }} {{ .series }} {{ .topics }}{{ end }}
{{ .Content }}`

const planted = {
  _id: 'touchpoint-planted',
  _type: 'touchpoint',
  title: 'Planted talk',
  slug: {_type: 'slug', current: 'planted'},
  series: {_type: 'reference', _ref: 'series-thursday-touchpoints'},
  schedule: {start: '2024-04-04T13:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
  status: 'confirmed',
  audience: 'everyone',
}

/** Tuesdays at 16:00 in Madrid, without any session. */
const committeeCall = {
  _id: 'series-office-hour',
  _type: 'series',
  title: 'Open office hour',
  slug: {_type: 'slug', current: 'office-hour'},
  group: {_type: 'reference', _ref: 'workingGroup-steering-committee'},
  meets: 'standing',
  lifecycle: 'active',
  audience: 'everyone',
  cadence: {
    slots: [
      {
        _key: 'a',
        frequency: 'weekly',
        interval: 1,
        weekdays: ['TU'],
        time: '16:00',
        timeZone: 'Europe/Madrid',
        startDate: '2024-01-02',
      },
    ],
  },
}

const newPage = `{"title": "New"}

{{< touchpoints/next series="thursday-touchpoints" >}}

{{< touchpoints/recordings >}}

{{< touchpoints/groups >}}

{{< touchpoints/group slug="ospo-book" >}}

{{< touchpoints/calendar >}}
`
