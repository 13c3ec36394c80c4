import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {connect} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {lakeClient} from '../../support/lakeClient.ts'
import {type RunningSite, sampleFeeds, startLake, startSite} from '../../support/siteServer.ts'

const path = '/community/meetings/'
const folder = mkdtempSync(join(tmpdir(), 'touchpoints-site-'))
const settings = {
  TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
  TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
  TOUCHPOINTS_DATA: folder,
}

describe('the built site', () => {
  let lake: Awaited<ReturnType<typeof startLake>>
  let site: RunningSite
  let client: SanityClient

  beforeAll(async () => {
    lake = await startLake('sample')
    client = lakeClient(lake.url)
    site = await startSite({SANITY_API_HOST: lake.url, ...settings})
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test('renders a page once, and sends it compressed, with validators and its policy', async () => {
    const responses = await Promise.all(
      Array.from({length: 50}, () =>
        fetch(site.url + path, {
          headers: {'accept-encoding': 'br', 'x-forwarded-host': 'evil.example'},
        }),
      ),
    )
    const pages = await Promise.all(responses.map((response) => response.text()))
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toContain('</html>')
    expect(pages[0]).not.toContain('evil.example')
    const headers = Object.fromEntries(responses[0]?.headers ?? [])
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      vary: 'cookie, accept-encoding',
    })
    const etag = headers['etag'] ?? ''
    expect((await fetch(site.url + path, {headers: {'if-none-match': etag}})).status).toBe(304)
  })

  test('serves its files for a year, compressed, and nothing outside of them', async () => {
    const page = await (await fetch(site.url + path)).text()
    const script = /src="(\/_astro\/[^"]+\.js)"/.exec(page)?.[1] ?? ''
    const file = await fetch(site.url + script, {headers: {'accept-encoding': 'br'}})
    expect(file.status).toBe(200)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    for (const outside of [
      '/_astro/..%2f..%2fserver/entry.mjs',
      '/_astro/%2e%2e/%2e%2e/package.json',
    ]) {
      expect((await fetch(site.url + outside)).status).toBe(404)
    }
  })

  test('links no stylesheet of the overlays, because only previews show them', async () => {
    const page = await (await fetch(site.url + path)).text()
    const links = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
    const sheets = links.map(async ([, href = '']) => (await fetch(new URL(href, site.url))).text())
    const styles = (await Promise.all(sheets)).join('')
    expect(styles).toContain('.site-header')
    expect(styles).not.toContain('--card-bg-color')
  })

  test('shows what was just published to the next visitor', async () => {
    await fetch(site.url + path)
    await client.patch('touchpoint-2024-04-12').set({title: 'A title published now'}).commit()
    await expect
      .poll(async () => (await fetch(site.url + path)).text())
      .toContain('A title published now')
  })

  test('shows a shared draft to nobody else, and the cached page for a made-up session', async () => {
    const send = (url: string, cookie = '') =>
      fetch(site.url + url, {headers: {cookie, 'accept-encoding': 'br'}})
    const shared = await send(`${path}?share=made-up`)
    expect([shared.status, shared.headers.has('cache-status')]).toEqual([410, false])
    expect(shared.headers.get('cache-control')).toBe('private, no-store')
    const madeUp = await send(path, 'touchpoints-preview=made-up')
    expect(madeUp.headers.get('cache-status')).toBe('touchpoints; hit')
  })

  test('survives any bytes', async () => {
    const port = Number(new URL(site.url).port)
    const target = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.webPath(),
      fc.constantFrom('//', '/%zz', '*'),
    )
    await fc.assert(
      fc.asyncProperty(target, fc.boolean(), async (sent, resets) => {
        const socket = connect(port, '127.0.0.1')
        socket.on('error', () => {})
        socket.on('data', () => {})
        await once(socket, 'connect')
        socket.end(`GET ${sent} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, 'latin1')
        if (resets) socket.resetAndDestroy()
        if (!socket.closed) await once(socket, 'close')
      }),
      {numRuns: 100},
    )
    expect((await fetch(site.url + path)).status).toBe(200)
  })

  test('keeps its pages when the lake stops, and after a restart without the lake', async () => {
    const touchpoint = `${path}2024-04-12-friday-touchpoint/`
    expect((await fetch(site.url + touchpoint)).status).toBe(200)
    await lake.stop()
    expect((await fetch(site.url + path)).status).toBe(200)
    await site.stop()
    site = await startSite({SANITY_API_HOST: lake.url, ...settings})
    for (const url of [path, touchpoint]) {
      const response = await fetch(site.url + url)
      expect([url, response.status]).toEqual([url, 200])
      const text = await response.text()
      expect(text).toContain('A title published now')
      expect(text).toMatch(/As of <time datetime="\d{4}-\d\d-\d\dT\d\d:\d\dZ">/)
    }
    expect((await fetch(`${site.url}/api/health`)).headers.get('content-type')).toContain('json')
  })

  test('ends on SIGTERM although a page follows changes', async () => {
    const stream = await fetch(`${site.url}/api/live`)
    await site.stop()
    await expect(stream.text()).rejects.toThrow(/terminated/)
  })
})

test('a site with an invalid setting does not start, and names the setting', async () => {
  const start = startSite({PORT: 'eighty', SANITY_API_HOST: 'http://127.0.0.1:9'})
  await expect(start).rejects.toThrow(/PORT: expected a port/)
})
