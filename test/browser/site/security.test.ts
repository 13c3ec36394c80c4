import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

const path = '/community/meetings/'

describe.skipIf(!chromiumPath)('what a browser is told to refuse', () => {
  let browser: Browser
  let site: RunningSite
  let stopLake: () => Promise<void>

  beforeAll(async () => {
    const lake = await startLake('sample')
    stopLake = lake.stop
    // A text that would be a script wherever someone forgot to escape it.
    const text = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
    lake.lake.import([
      {
        file: 'broken.ndjson',
        text: JSON.stringify({
          _id: 'series-script',
          _type: 'series',
          title: text,
          slug: {_type: 'slug', current: 'script'},
          kind: 'touchpoint',
          audience: 'everyone',
          description: text,
        }),
      },
    ])
    browser = await launchChromium()
    site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
      TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
      SANITY_STUDIO_URL: 'http://localhost:3333',
    })
  })

  afterAll(async () => {
    await browser.close()
    await site.stop()
    await stopLake()
  })

  test('the page holds to its own policy: nothing on it is refused', async () => {
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(`${site.url}${path}`, {waitUntil: 'networkidle'})
    await page.locator('input[value="month"]').check({force: true})
    await page.locator('.turn a').nth(1).click()
    await expect.poll(() => page.locator('.turn-month').innerText()).toBe('April 2024')
    // The calendars' colours come from a file, which a page without inline styles must not lose.
    const colour = await page
      .locator('.legend .swatch')
      .first()
      .evaluate((swatch) => getComputedStyle(swatch).getPropertyValue('--calendar'))
    expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(said).toEqual([])
    await page.close()
  })

  test('a script that got into the page would not run', async () => {
    const page = await browser.newPage()
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    await page.goto(`${site.url}${path}`)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
    })
    await expect.poll(() => refused.join('\n')).toContain('Content Security Policy')
    expect(await page.title()).not.toBe('taken over')
    await page.close()
  })

  test('every page says so: what it may load, who may frame it, and that types are as told', async () => {
    for (const at of [path, `${path}2024-03-28-security-management/`, `${path}no-such-page/`]) {
      const {headers} = await fetch(`${site.url}${at}`)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(policy).toContain("frame-ancestors 'self' http://localhost:3333")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    }
  })
})
