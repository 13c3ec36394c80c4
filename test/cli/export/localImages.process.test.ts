import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {documents, exportedAt, startSmallLake} from '../support/smallLake.ts'
import {readFiles, writeFiles} from '../support/writeFiles.ts'

/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>'

let lake: Awaited<ReturnType<typeof startSmallLake>>
beforeAll(async () => {
  lake = await startSmallLake()
  const image = (file: string) => ({_type: 'image', _sanityAsset: `image@file://./images/${file}`})
  const own = documents.map((each) =>
    each._type === 'community' ? {...each, logo: image('logo.png'), icon: image('icon.svg')} : each,
  )
  await writeFiles(lake.folder, {
    'content/all.ndjson': own.map((each) => JSON.stringify(each)).join('\n'),
    'content/images/icon.svg': drawing,
    'hugo/hugo.toml': 'baseURL = "https://a.example/sub/"\n',
    'jekyll/_config.yml': 'baseurl: /project\n',
    'eleventy/eleventy.config.js': 'export default () => {}\n',
  })
  await writeFile(join(lake.folder, 'content/images/logo.png'), pixel)
})
afterAll(() => lake.stop())

const exported = (format: string, ...more: string[]) =>
  lake.touchpoints([
    'export',
    format,
    '--format',
    format,
    '--now',
    exportedAt,
    '--content',
    'content',
    ...more,
  ])

describe('the images of a lake in memory', () => {
  test.each([
    ['hugo', 'static/touchpoints/images', 'https://a.example/sub/touchpoints/images/'],
    ['jekyll', 'touchpoints/images', '/project/touchpoints/images/'],
    ['eleventy', 'touchpoints/images', '/touchpoints/images/'],
    ['data', 'images', 'images/'],
  ])(
    'are files of a site of %s, because the address of the lake leads nowhere there',
    async (format, folder, address) => {
      const first = await exported(format)
      expect([first.code, first.err]).toEqual([0, ''])
      const site = join(lake.folder, format)
      const files = await readFiles(site)
      const names = [...files.keys()].filter((path) => path.startsWith(`${folder}/`))
      expect(names).toEqual([
        expect.stringMatching(/\/[\da-f]{40}-\d+x\d+\.(?:png|svg)$/),
        expect.stringMatching(/\/[\da-f]{40}-\d+x\d+\.(?:png|svg)$/),
      ])
      const bytes = await Promise.all(names.map((name) => readFile(join(site, name))))
      expect(bytes).toEqual(expect.arrayContaining([pixel, Buffer.from(drawing)]))
      const data = [...files].filter(([path]) => path.endsWith('community.json'))
      expect(data.length).toBeGreaterThan(0)
      for (const [, text] of data) expect(text).toContain(`"url": "${address}`)
      const dead = [...files].filter(([path, text]) =>
        // The bundled elements name an example of their own.
        path.endsWith('element.js') ? false : /localhost|127\.0\.0\.1/.test(text),
      )
      expect(dead.map(([path]) => path)).toEqual([])

      const again = await exported(format)
      expect(again.out).toMatch(/0 new, 0 changed, 0 removed.*\nchanged=false\n$/)
      expect(await readFiles(site)).toEqual(files)
    },
  )

  test('have the address of --site-url, and go when the community has none', async () => {
    await mkdir(join(lake.folder, 'bare'))
    await writeFiles(lake.folder, {
      'bare/all.ndjson': documents.map((each) => JSON.stringify(each)).join('\n'),
    })
    const args = ['--site-url', 'https://b.example/p']
    await exported('jekyll', ...args)
    const data = join(lake.folder, 'jekyll/_data/touchpoints/community.json')
    expect(await readFile(data, 'utf8')).toContain('https://b.example/p/touchpoints/images/')
    const {out, err} = await exported('jekyll', ...args, '--content', 'bare')
    expect([out, err]).toEqual([expect.stringContaining('2 removed'), ''])
    await rm(join(lake.folder, 'bare'), {recursive: true})
  })
})
