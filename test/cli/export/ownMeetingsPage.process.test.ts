import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {buildHugo, hugo} from '../support/hugoSite.ts'
import {exportedAt, startSmallLake} from '../support/smallLake.ts'
import {writeFiles} from '../support/writeFiles.ts'

let lake: Awaited<ReturnType<typeof startSmallLake>>
beforeAll(async () => {
  lake = await startSmallLake()
})
afterAll(() => lake.stop())

const config = `baseURL = "https://a.example/"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
[languages.en]
contentDir = "content/en"
[languages.es]
contentDir = "content/es"
`
const mounts = `[[module.mounts]]
source = "content/en"
target = "content"
lang = "en"
[[module.mounts]]
source = "content/es"
target = "content"
lang = "es"
`
const ours = (front: string) => `---\ntitle: Calls\n${front}---\nOur own words.\n`
const layouts = {
  'layouts/_default/single.html': '{{ .Content }}',
  'layouts/_default/list.html': '{{ .Content }}',
  'content/es/about.md': 'Acerca.',
}

describe('the meetings page of a site with its languages in folders is the same after an export', () => {
  test.each<[string, Record<string, string>, string, string]>([
    [
      'by a url with the language',
      {'hugo.toml': config, 'content/en/calls.md': ours('url: /en/meetings/\n')},
      'content/en/calls.md',
      'its own meetings page',
    ],
    [
      'by an alias with the language',
      {'hugo.toml': config, 'content/en/calls.md': ours('aliases: [/en/meetings/]\n')},
      'content/en/calls.md',
      'its own meetings page',
    ],
    [
      'through a mount',
      {
        'hugo.toml': `${config}${mounts}[[module.mounts]]\nsource = "handbook/calls"\ntarget = "content/meetings"\nlang = "en"\n`,
        'handbook/calls/index.md': ours(''),
      },
      'handbook/calls/index.md',
      'its own meetings page',
    ],
    [
      'through a mount of a file',
      {
        'hugo.toml': `${config}${mounts}[[module.mounts]]\nsource = "CALLS.md"\ntarget = "content/meetings.md"\n`,
        'CALLS.md': ours(''),
      },
      'CALLS.md',
      'its own meetings page',
    ],
    [
      'from a theme',
      {
        'hugo.toml': `theme = "blue"\n${config}`,
        'themes/blue/content/meetings.md': ours(''),
      },
      'blue/content/meetings.md',
      'its own meetings page',
    ],
    [
      'by permalinks with a slug',
      {
        'hugo.toml': `${config}[permalinks]\ncalls = "/:slug/"\n`,
        'content/en/calls/monthly.md': ours('slug: meetings\n'),
      },
      'content/en/calls/monthly.md',
      'may have a meetings page',
    ],
  ])('%s', async (name, files, page, note) => {
    const site = join(lake.folder, name.replaceAll(' ', '-'))
    await writeFiles(site, {...layouts, ...files})
    const before = hugo ? await buildHugo(site, exportedAt) : undefined
    const {code, out, err} = await lake.touchpoints([
      'export',
      site,
      '--format',
      'hugo',
      '--now',
      exportedAt,
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(note)
    expect(out).toContain(page)
    if (!before) return
    const after = await buildHugo(site, exportedAt)
    expect(before.get('en/meetings/index.html')).toMatch(/Our own words|url=/)
    expect(after.get('en/meetings/index.html')).toBe(before.get('en/meetings/index.html'))
  })

  test('unless only Hugo knows the pages of a module. A page of an earlier export stays', async () => {
    const site = join(lake.folder, 'elsewhere')
    const args = ['export', site, '--format', 'hugo', '--now', exportedAt]
    const imports = '[[module.imports]]\npath = "example.com/theme"\n'
    await writeFiles(site, {...layouts, 'hugo.toml': `${config}${imports}`})
    const {out} = await lake.touchpoints([...args, '--dry-run'])
    expect(out).toContain('the pages of example.com/theme are unknown')
    expect(out).toContain('did not write content/en/meetings.md')
    expect(out).not.toContain('+ meetings.md')
    await writeFiles(site, {'hugo.toml': config})
    await lake.touchpoints(args)
    await writeFiles(site, {'hugo.toml': `${config}${imports}`})
    expect((await lake.touchpoints(args)).out).toMatch(/ 0 removed.*\nchanged=false\n$/)
  })
})
