import {describe, expect, test} from 'vitest'

import {path} from '../../../site/src/links/path.ts'
import {robots} from '../../../site/src/ownPages/sitemap/robots.ts'
import {sitemap} from '../../../site/src/ownPages/sitemap/sitemap.ts'

const page = (name: string) => ({path: path`/meetings/${name}/`, alternates: []})
const pages = ['a', 'b', 'c'].map(page)
const locations = (text = '') => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url)

describe('the sitemap', () => {
  test('has each page with the time of its last edit', () => {
    const text = sitemap([{...page('a'), updatedAt: '2026-01-01T00:00:00Z'}])
    expect(text).toContain(
      '<url><loc>http://localhost:4321/meetings/a/</loc><lastmod>2026-01-01T00:00:00Z</lastmod></url>',
    )
  })

  test('has an address for each language, and each names all of them', () => {
    const alternates = [
      {language: 'en', path: path`/meetings/a/`},
      {language: 'es', path: path`/es/meetings/a/`},
    ]
    const text = sitemap([{path: path`/meetings/a/`, alternates}])
    expect(locations(text)).toHaveLength(2)
    expect(
      text?.match(/hreflang="es" href="http:\/\/localhost:4321\/es\/meetings\/a\/"/g),
    ).toHaveLength(2)
    expect(text?.match(/hreflang="x-default"/g)).toHaveLength(2)
  })

  test('is an index of files when one would have too many addresses', () => {
    const index = locations(sitemap(pages, undefined, 2))
    expect(index).toEqual([
      'http://localhost:4321/sitemap.xml?page=1',
      'http://localhost:4321/sitemap.xml?page=2',
    ])
    const files = [1, 2].flatMap((part) => locations(sitemap(pages, part, 2)))
    expect(files).toEqual(pages.map((each) => `http://localhost:4321${each.path}`))
    expect(sitemap(pages, 3, 2)).toBeUndefined()
  })
})

describe('robots.txt', () => {
  const rules = robots({languages: ['en', 'es'], pagePath: path`/meetings/`}).split('\n')

  test('names the sitemap', () => {
    expect(rules).toContain('Sitemap: http://localhost:4321/sitemap.xml')
  })

  test('keeps crawlers from previews, search results, months and zones, in each language', () => {
    const hidden = ['/api/draft-mode/', '/*share=', '/*month=', '/*zone=']
    const search = ['/meetings/search/', '/es/meetings/search/']
    for (const each of [...hidden, ...search]) expect(rules).toContain(`Disallow: ${each}`)
  })

  test('names paths of the host, also for a site below a path', () => {
    const below = robots({languages: ['en'], pagePath: path`/meetings/`}, '/repository/')
    const paths = [...below.matchAll(/^Disallow: (.*)$/gm)].map(([, each = '']) => each)
    expect(paths).toEqual(
      expect.arrayContaining([
        '/repository/api/live',
        '/repository/*share=',
        '/repository/meetings/?',
      ]),
    )
    expect(paths.filter((each) => !each.startsWith('/repository/'))).toEqual([])
  })

  test('keeps them from no page without parameters', () => {
    const prefixes = rules.flatMap((rule) => /^Disallow: (\/[^*]*)$/.exec(rule)?.[1] ?? [])
    const shown = [
      '/meetings/',
      '/meetings/calendar/',
      '/es/meetings/',
      '/media/cards/meetings.png',
    ]
    expect(shown.filter((each) => prefixes.some((prefix) => each.startsWith(prefix)))).toEqual([])
  })
})
