import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {loadPage} from '../support/pageLoad.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

const paths = [
  'calendar/',
  'archive/',
  'archive/2024/',
  'groups/',
  'groups/agentic-ai/',
  'series/',
  'series/thursday-touchpoints/',
  'people/',
  'people/ana-jimenez/',
  'topics/',
  'topics/ai/',
  'recordings/',
  'recordings/regulated-environments/',
  '2024-03-28-security-management/',
]

describe.skipIf(!chromiumPath)('the pages of their own', () => {
  let browser: Browser
  let site: RunningSite
  let stopLake: () => Promise<void>
  const pages: Page[] = []

  beforeAll(async () => {
    const lake = await startLake('sample')
    stopLake = lake.stop
    browser = await launchChromium()
    site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
      TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
    })
  })

  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()))
  })

  afterAll(async () => {
    await browser.close()
    await site.stop()
    await stopLake()
  })

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({viewport: {width: 390, height: 844}, ...options})
    const page = await context.newPage()
    pages.push(page)
    await page.goto(`${site.url}/community/meetings/${path}`)
    return page
  }

  test.for(
    paths.flatMap((path) => [
      {path, width: 390, colorScheme: 'light'} as const,
      {path, width: 1280, colorScheme: 'dark'} as const,
    ]),
  )(
    '$path has no finding of axe and does not scroll sideways at $width px, $colorScheme',
    async ({path, width, colorScheme}) => {
      const page = await open(path, {viewport: {width, height: 844}, colorScheme})
      const {violations} = await new AxeBuilder({page}).analyze()
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    },
  )

  test.each(['calendar/', 'series/thursday-touchpoints/', '2024-03-28-security-management/'])(
    'nothing moves while %s loads, not even for the visitor’s own time or the fonts',
    async (path) => {
      const viewport = {width: 390, height: 844}
      const context = await browser.newContext({viewport, timezoneId: 'Asia/Tokyo'})
      const page = await context.newPage()
      pages.push(page)
      const {shifted, bytes} = await loadPage(page, `${site.url}/community/meetings/${path}`)
      expect(shifted).toBeLessThan(0.02)
      expect(bytes).toBeLessThan(200_000)
    },
  )

  test('the calendar starts in the visitor’s zone, and its address says so', async () => {
    const page = await open('calendar/', {timezoneId: 'Asia/Tokyo'})
    await page.waitForURL(/zone=Asia(?:\/|%2F)Tokyo/)
    expect(await page.locator('[data-zone-switch] select').inputValue()).toBe('Asia/Tokyo')
  })

  test('the calendar keeps the zone of a shared address', async () => {
    const page = await open('calendar/?zone=America/New_York', {timezoneId: 'Asia/Tokyo'})
    expect(await page.locator('[data-zone-switch] select').inputValue()).toBe('America/New_York')
  })

  test('the calendar is in the zone of the community without a script', async () => {
    const page = await open('calendar/', {timezoneId: 'Asia/Tokyo', javaScriptEnabled: false})
    expect(await page.locator('[data-zone-switch] select').inputValue()).toBe('Europe/Madrid')
  })

  test('a recording plays on click, and nothing is loaded from its host before', async () => {
    const page = await open('recordings/regulated-environments/')
    const hosts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => new URL(name).host),
    )
    expect(hosts.filter((host) => host !== new URL(page.url()).host)).toEqual([])
    await page.locator('.poster').click()
    expect(await page.locator('dialog.player iframe').getAttribute('src')).toContain(
      'youtube-nocookie.com/embed/',
    )
  })

  test('a person’s name leads from a session to their page and back to the list', async () => {
    const page = await open('2024-03-28-security-management/')
    await page.locator('.guest a', {hasText: 'Mirko'}).click()
    expect(await page.locator('h1').innerText()).toBe('Mirko')
    await page.locator('.trail li:last-child a').click()
    expect(new URL(page.url()).pathname).toBe('/community/meetings/people/')
  })
})
