import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {type RunningSite, sampleContent, startLake, startSite} from '../../support/siteServer.ts'

describe.skipIf(!chromiumPath)('the pages of a community with several languages', () => {
  let browser: Browser
  let site: RunningSite
  let stopLake: () => Promise<void>

  beforeAll(async () => {
    const lake = await startLake('empty')
    stopLake = lake.stop
    lake.lake.import(sampleContent('lantern'))
    browser = await launchChromium()
    site = await startSite({SANITY_API_HOST: lake.url, TOUCHPOINTS_NOW: '2026-11-26T09:00:00Z'})
  })

  afterAll(async () => {
    await browser.close()
    await site.stop()
    await stopLake()
  })

  async function open(path: string, width: number): Promise<Page> {
    const context = await browser.newContext({
      viewport: {width, height: 900},
      timezoneId: 'Asia/Tokyo',
    })
    const page = await context.newPage()
    await page.goto(site.url + path)
    return page
  }

  test.for([
    ['/ar/community/meetings/', 1300],
    ['/ar/community/meetings/groups/catalog/', 390],
    ['/ja/community/meetings/', 390],
    ['/ja/community/meetings/groups/stewards/', 1300],
  ] as const)(
    '%s has no accessibility problem and does not scroll sideways at %i px',
    {timeout: 300_000},
    async ([path, width]) => {
      const page = await open(path, width)
      for (const details of await page.locator('details').all()) {
        await details.evaluate((each) => each.setAttribute('open', ''))
      }
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over).toBe(0)
      const {violations} = await new AxeBuilder({page}).analyze()
      expect(violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
      await page.context().close()
    },
  )

  test('a page in Arabic begins at the right, with times of the visitor in Arabic', async () => {
    const page = await open('/ar/community/meetings/', 1300)
    const right = await page
      .locator('.community')
      .evaluate((mark) => mark.getBoundingClientRect().left > innerWidth / 2)
    expect(right).toBe(true)
    expect(await page.locator('.zone option:checked').innerText()).toContain('توقيتك')
    expect(await page.locator('.when-clock').first().innerText()).toMatch(/[صم]/)
    await page.context().close()
  })

  test('the language menu leads to the same page, and its links keep the language', async () => {
    const page = await open('/community/meetings/groups/catalog/', 1300)
    await page.locator('.languages a[lang="de"]').click()
    await page.waitForURL(/\/de\/community\/meetings\/groups\/catalog\/$/)
    expect(await page.locator('.languages [aria-current="page"]').innerText()).toBe('Deutsch')
    await page.locator('.trail li:first-child a').click()
    await page.waitForURL(/\/de\/community\/meetings\/$/)
    const inside = await page
      .locator('main a[href^="/"]:not([href^="/api/"])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(inside.length).toBeGreaterThan(20)
    expect(inside.filter((href) => !href.startsWith('/de/'))).toEqual([])
    await page.context().close()
  })
})
