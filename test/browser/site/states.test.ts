import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleFeeds, startLake, startSite} from '../../support/siteServer.ts'

const now = '2024-03-20T00:00:00Z'

describe.skipIf(!chromiumPath)('the meetings page when something is missing', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  /** Runs a site, opens its page, and stops all of it afterwards, whatever happens. */
  async function withSite(
    env: Record<string, string>,
    use: (page: Page, url: string) => Promise<void>,
  ): Promise<void> {
    const site = await startSite({TOUCHPOINTS_NOW: now, ...env})
    const page = await browser.newPage()
    try {
      await use(page, `${site.url}/community/meetings/`)
    } finally {
      await page.close()
      await site.stop()
    }
  }

  test('an empty dataset makes a page that says what to do', async () => {
    const lake = await startLake('empty')
    await withSite({SANITY_API_HOST: lake.url}, async (page, url) => {
      const answer = await page.goto(url)
      expect(answer?.status()).toBe(200)
      expect(await page.locator('main').innerText()).toContain('This page has not been written yet')
    })
    await lake.stop()
  })

  test('an unreachable lake is a 503 that names what to check, and the page comes back with it', async () => {
    await withSite({SANITY_API_HOST: 'http://127.0.0.1:9'}, async (page, url) => {
      const answer = await page.goto(url)
      expect(answer?.status()).toBe(503)
      expect(answer?.headers()['retry-after']).toBe('30')
      const text = await page.locator('main').textContent()
      expect(text).toContain('Back in a moment')
      expect(text).toContain('SANITY_API_HOST')
    })
  })

  test('a lake that goes away is told on the page of a session too, and to who asks for its file', async () => {
    const lake = await startLake('sample')
    const env = {SANITY_API_HOST: lake.url, TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds}
    await withSite(env, async (_, url) => {
      const session = `${url}2024-03-28-security-management/`
      expect((await fetch(session)).status).toBe(200)
      // What it is listed on is kept for some seconds more; what it says itself is not.
      await lake.stop()
      const answer = await fetch(session)
      expect(answer.status).toBe(503)
      expect(await answer.text()).toContain('Back in a moment')
      const file = new URL('/api/touchpoints/2024-03-28-security-management.ics', url)
      expect((await fetch(file)).status).toBe(503)
    })
  })

  test('a feed that fails is told calmly, and everything else is there', async () => {
    const lake = await startLake('sample')
    // Without the sample feeds the calendars are looked for on the network, which is not there.
    await withSite(
      {SANITY_API_HOST: lake.url, TOUCHPOINTS_DATA: '/nonexistent'},
      async (page, url) => {
        await page.goto(url)
        expect(await page.locator('.notice').innerText()).toContain(
          'OpenSSF calendar could not be read just now',
        )
        expect(await page.locator('.entry', {hasText: 'Security Management'}).count()).toBe(1)
      },
    )
    await lake.stop()
  })

  test('a document that breaks its view is left out alone', async () => {
    const lake = await startLake('sample')
    const broken = {
      _id: 'touchpoint-broken',
      _type: 'touchpoint',
      title: 'Broken on purpose',
      slug: {_type: 'slug', current: 'broken'},
      series: {_type: 'reference', _ref: 'series-friday-touchpoints'},
      schedule: {_type: 'schedule', start: 'next Friday', timeZone: 'CET', minutes: 60},
      status: 'confirmed',
      audience: 'everyone',
    }
    lake.lake.import([{file: 'broken.ndjson', text: JSON.stringify(broken)}])
    const env = {SANITY_API_HOST: lake.url, TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds}
    await withSite(env, async (page, url) => {
      await page.goto(url)
      const text = await page.locator('main').innerText()
      expect(text).not.toContain('Broken on purpose')
      expect(text).toContain('Friday touchpoint of April 2024')
    })
    await lake.stop()
  })

  test('a setting that cannot be read stops the start and is named', async () => {
    const start = startSite({TOUCHPOINTS_NOW: 'tomorrow', SANITY_API_HOST: 'http://127.0.0.1:9'})
    await expect(
      start.then(async (site) => {
        const answer = await fetch(`${site.url}/community/meetings/`)
        await site.stop()
        return `${answer.status} ${site.said()}`
      }),
    ).resolves.toMatch(/500 [\s\S]*TOUCHPOINTS_NOW: expected a moment in UTC/)
  })
})
