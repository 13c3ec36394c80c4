import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

const path = '/community/meetings/'

describe.skipIf(!chromiumPath)('the content security policy in a browser', () => {
  let browser: Browser
  let site: RunningSite
  let stopLake: () => Promise<void>

  beforeAll(async () => {
    const lake = await startLake('sample')
    stopLake = lake.stop
    // This text becomes a script if it is not escaped.
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

  test('the page complies with its own policy, so that nothing is blocked', async () => {
    const page = await browser.newPage()
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    page.on('pageerror', (error) => messages.push(error.message))
    page.on('dialog', (dialog) => {
      messages.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(`${site.url}${path}`, {waitUntil: 'networkidle'})
    await page.goto(`${site.url}${path}calendar/`, {waitUntil: 'networkidle'})
    await page.locator('input[value="month"]').check({force: true})
    await page.locator('.turn a').nth(1).click()
    await expect.poll(() => page.locator('.turn-month').innerText()).toBe('April 2024')
    // The calendars' colors come from a file, because inline styles are forbidden.
    const color = await page
      .locator('.legend .swatch')
      .first()
      .evaluate((swatch) => getComputedStyle(swatch).getPropertyValue('--calendar'))
    expect(color).toMatch(/^#[0-9a-f]{6}$/)
    expect(messages).toEqual([])
    await page.close()
  })

  test('an injected script does not run', async () => {
    const page = await browser.newPage()
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    await page.goto(`${site.url}${path}`)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
    })
    await expect.poll(() => messages.join('\n')).toContain('Content Security Policy')
    expect(await page.title()).not.toBe('taken over')
    await page.close()
  })

  test('every page has a policy for content and frames, and forbids content sniffing', async () => {
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
