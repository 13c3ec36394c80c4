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

  /** Starts a site, opens its page, and stops both afterwards, also after a failure. */
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

  test('an empty dataset says that nothing is planned, and leads its owner to the Studio', async () => {
    const lake = await startLake('empty')
    const studio = 'http://localhost:3333'
    await withSite({SANITY_API_HOST: lake.url, SANITY_STUDIO_URL: studio}, async (page, url) => {
      const answer = await page.goto(url)
      expect(answer?.status()).toBe(200)
      expect(await page.locator('main').innerText()).toContain('Nothing is planned yet')
      const link = page.getByRole('link', {name: 'Open the Studio'})
      expect(await link.getAttribute('href')).toBe(`${studio}/`)
    })
    await lake.stop()
  })

  test('an unreachable lake causes a 503 page that lists the settings to check', async () => {
    await withSite({SANITY_API_HOST: 'http://127.0.0.1:9'}, async (page, url) => {
      const answer = await page.goto(url)
      expect(answer?.status()).toBe(503)
      expect(answer?.headers()['retry-after']).toBe('30')
      const text = await page.locator('main').textContent()
      expect(text).toContain('Temporarily unavailable')
      expect(text).toContain('SANITY_API_HOST')
    })
  })

  test('a lake that stops leaves the last good pages, and a 503 for a page that nobody has seen', async () => {
    const lake = await startLake('sample')
    const env = {SANITY_API_HOST: lake.url, TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds}
    await withSite(env, async (page, url) => {
      const seen = `${url}2024-03-28-security-management/`
      expect((await fetch(seen)).status).toBe(200)
      await lake.stop()
      const unseen = await fetch(`${url}2024-04-12-friday-touchpoint/`)
      expect(unseen.status).toBe(503)
      expect(await unseen.text()).toContain('Temporarily unavailable')
      await expect
        .poll(async () => {
          await page.goto(seen)
          return page.locator('.as-of').count()
        })
        .toBe(1)
      expect(await page.locator('.as-of').innerText()).toMatch(
        /^As of \d{4}-\d\d-\d\d, \d\d:\d\d UTC/,
      )
      expect(await page.locator('h1').innerText()).toContain('Security Management')
    })
  })

  test('a failed feed shows a notice, and everything else is still there', async () => {
    const lake = await startLake('sample')
    // Without the sample feeds, the site reads the calendars from the network, which is unavailable.
    await withSite(
      {SANITY_API_HOST: lake.url, TOUCHPOINTS_DATA: '/nonexistent'},
      async (page, url) => {
        await page.goto(url)
        expect(await page.locator('.notice').innerText()).toContain(
          'Could not load OpenSSF calendar',
        )
        expect(await page.locator('.row', {hasText: 'Security Management'}).count()).toBe(1)
      },
    )
    await lake.stop()
  })

  test('an invalid document is skipped, and the others are shown', async () => {
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
      expect(text).toContain('OSPO metrics tooling, InnerSource integration and more')
    })
    await lake.stop()
  })

  test('an invalid setting stops the site with a message that names it', async () => {
    const start = startSite({TOUCHPOINTS_NOW: 'tomorrow', SANITY_API_HOST: 'http://127.0.0.1:9'})
    await expect(start).rejects.toThrow(/TOUCHPOINTS_NOW: expected an instant in UTC/)
  })
})
