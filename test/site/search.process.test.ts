import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {lakeClient} from '../support/lakeClient.ts'
import {type RunningSite, sampleContent, startLake, startSite} from '../support/siteServer.ts'

const page = '/community/meetings/search/'
const folder = mkdtempSync(join(tmpdir(), 'touchpoints-search-'))

describe('the search of the built site', () => {
  let site: RunningSite
  let lake: Awaited<ReturnType<typeof startLake>>

  beforeAll(async () => {
    lake = await startLake('empty')
    lake.lake.import(sampleContent('lantern'))
    site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_NOW: '2026-11-26T09:00:00Z',
      TOUCHPOINTS_DATA: folder,
    })
  })

  afterAll(async () => {
    await site.stop()
    await lake.stop()
    rmSync(folder, {recursive: true, force: true})
  })

  const read = async (path: string) => (await fetch(site.url + path)).text()

  test('shows results without a script, with the words that match, for no search engine', async () => {
    const response = await fetch(`${site.url}${page}?q=voice`)
    expect(response.status).toBe(200)
    const body = await response.text()
    expect(body).toContain('<mark>voice</mark>')
    expect(body).toContain('href="/community/meetings/2026-05-14/"')
    expect(body).toContain('<meta name="robots" content="noindex, follow"')
    expect(body).toMatch(/<input id="search-query"[^>]* value="voice"/)
  })

  test('keeps no page of results, so that made-up queries fill no memory', async () => {
    const ofQuery = await fetch(`${site.url}${page}?q=voice`)
    expect(ofQuery.headers.get('cache-status')).toBeNull()
    await read(page)
    expect((await fetch(site.url + page)).headers.get('cache-status')).toContain('hit')
  })

  test('shows topics without a query, and words that resemble one without results', async () => {
    expect(await read(page)).toContain('href="/community/meetings/topics/catalog/"')
    const none = await read(`${page}?q=bicyclexyz`)
    expect(none).toContain('No results for “bicyclexyz”.')
    expect(none).toContain('?q=bicycle"')
    expect(none).toContain('href="/community/meetings/archive/"')
  })

  test('escapes what was typed, wherever it shows it', async () => {
    const typed = '"><script>alert(1)</script>'
    const body = await read(`${page}?q=${encodeURIComponent(typed)}`)
    expect(body).toContain('Results for “&quot;&gt;&lt;script&gt;alert(1)')
    // Within the quotes of an attribute, only a quote would end it.
    expect(body.match(/<script>alert/g)?.length).toBe(body.match(/&quot;><script>alert/g)?.length)
  })

  test('shows more results on request, up to the total', async () => {
    const count = (body: string) => body.match(/<li class="result"/g)?.length
    const first = await read(`${page}?q=2026`)
    expect(count(first)).toBe(20)
    expect(first).toContain(`href="${page}?q=2026&amp;shown=40#result-21"`)
    const second = await read(`${page}?q=2026&shown=40`)
    expect(count(second)).toBe(Number(/Results: (\d+)/.exec(second)?.[1]))
  })

  test.each([
    ['/es', 'voz', 'Lo que una voz recuerda'],
    ['/de', 'stimme', 'Woran sich eine Stimme erinnert'],
    ['/ja', '声', '声が覚えていること'],
    ['/ar', 'صوت', 'ما يتذكره الصوت'],
  ])('searches in the language of the address: %s', async (prefix, query, title) => {
    const {results, language}: {results: {title: string; url: string}[]; language: string} =
      JSON.parse(await read(`${prefix}/api/search?q=${encodeURIComponent(query)}`))
    expect(`/${language}`).toBe(prefix)
    expect(results.find((each) => each.title === title)).toMatchObject({
      url: expect.stringMatching(new RegExp(`${prefix}/community/meetings/2026-05-14/$`)),
    })
  })

  test('returns results as JSON to any site', async () => {
    const response = await fetch(`${site.url}/api/search?q=Mira`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const {results, ...rest} = await response.json()
    expect(rest).toEqual({query: 'Mira', language: 'en', total: 8, isPartial: false, similar: []})
    expect(results[0]).toMatchObject({kind: 'person', title: 'Mira Docht'})
    expect(JSON.parse(await read('/api/search'))).toMatchObject({query: '', total: 0, results: []})
  })

  test('serves one file for each language, with an address that changes with the content', async () => {
    const address = async () => (await fetch(`${site.url}/api/search/es.json`)).url
    const before = await address()
    const file = await fetch(before)
    expect(before).toMatch(/\?v=[0-9a-f]{12}$/)
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await file.text()).includes('Historia oral')).toBe(true)
    expect((await fetch(`${site.url}/api/search/fr.json`)).status).toBe(404)
    const client = lakeClient(lake.url)
    await client.patch('touchpoint-2026-05-14').set({summary: 'Quartz and vinyl.'}).commit()
    await expect.poll(() => read(`${page}?q=quartz`)).toContain('<mark>Quartz</mark>')
    await client.patch('touchpoint-2026-05-14').set({summaryTranslations: []}).commit()
    await expect.poll(address).not.toBe(before)
    // An old address leads to the current file.
    const current = await read(before.replace(site.url, ''))
    expect(current.includes('Historia oral')).toBe(false)
  })
})
