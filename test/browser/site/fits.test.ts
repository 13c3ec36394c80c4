import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {
  type RunningSite,
  sampleContent,
  sampleFeeds,
  startLake,
  startSite,
} from '../../support/siteServer.ts'

const landing = '/community/meetings/'
const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true}
const laptop = {viewport: {width: 1280, height: 900}}

describe.skipIf(!chromiumPath).each(['todo', 'lantern'] as const)('the page of %s', (name) => {
  let browser: Browser
  let site: RunningSite
  let stopLake: () => Promise<void>
  const pages: Page[] = []

  beforeAll(async () => {
    const lake = await startLake('empty')
    stopLake = lake.stop
    lake.lake.import(sampleContent(name))
    browser = await launchChromium()
    site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_NOW: '2026-11-26T17:30:00Z',
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

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({timezoneId: 'Asia/Tokyo', ...options})
    const page = await context.newPage()
    pages.push(page)
    await page.goto(site.url + path)
    return page
  }

  async function enlarge(page: Page): Promise<void> {
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  }

  test.for([
    [390, landing],
    [1280, landing],
    [390, `${landing}calendar/`],
    [1280, `${landing}calendar/`],
    [390, `${landing}recordings/`],
    [1280, `${landing}nowhere/`],
  ] as const)('text of twice the size fits into %i px at %s', async ([width, path]) => {
    const page = await open(path, {viewport: {width, height: 844}})
    await enlarge(page)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    const {overlaps, outside} = await page.evaluate(() => {
      const boxesOf = (selector: string) =>
        [...document.querySelectorAll(selector)]
          .filter((element) => element.checkVisibility())
          .map((element) => {
            const range = document.createRange()
            range.selectNodeContents(element)
            return {text: element.textContent.trim(), box: range.getBoundingClientRect()}
          })
          .filter(({box}) => box.width > 0)
      const header = boxesOf('.site-header a, .site-header button')
      const names = boxesOf('.week-day')
      const overlapsOf = (boxes: typeof header) =>
        boxes.flatMap((a, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (b) =>
                a.box.left < b.box.right &&
                b.box.left < a.box.right &&
                a.box.top < b.box.bottom &&
                b.box.top < a.box.bottom,
            )
            .map((b) => `${a.text} and ${b.text}`),
        )
      return {
        overlaps: [...overlapsOf(header), ...overlapsOf(names)],
        outside: header
          .filter(({box}) => box.left < 0 || box.right > window.innerWidth)
          .map(({text}) => text),
      }
    })
    expect(overlaps).toEqual([])
    expect(outside).toEqual([])
  })

  test('search results on a phone are in view, and a tap opens one', async () => {
    const page = await open(landing, phone)
    await page.locator('.menu-button').tap()
    await page.locator('#site-search').tap()
    await page.locator('#site-search').pressSequentially(name === 'todo' ? 'secur' : 'voic')
    const first = page.locator('[role="option"]').first()
    await first.waitFor()
    const isOnTop = await first.evaluate((option) => {
      const {left, top, width, height} = option.getBoundingClientRect()
      return option.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
    expect(isOnTop).toBe(true)
    // The keyboard covers the lower half.
    expect((await first.boundingBox())?.y).toBeLessThan(844 / 2)
    await first.tap()
    await expect.poll(() => new URL(page.url()).pathname).not.toBe(landing)
  })

  test.for([phone, laptop])(
    'the button of the filters stays in its place when it opens',
    async (options) => {
      const page = await open(landing, options)
      const button = page.locator('.filters summary')
      const closed = await button.boundingBox()
      await button.click()
      expect(await button.boundingBox()).toEqual(closed)
      const form = await page.locator('.filters-form').boundingBox()
      expect(form?.y).toBeGreaterThanOrEqual((closed?.y ?? 0) + (closed?.height ?? 0))
      expect(form?.width).toBeGreaterThan(options.viewport.width * 0.8)
    },
  )

  test('the calendar shows each event of its month', async () => {
    const page = await open(`${landing}calendar/?month=2026-12`, laptop)
    const entries = page.locator('.agenda .entry')
    expect(await entries.count()).toBeGreaterThan(0)
    const hidden = await entries.evaluateAll((all) =>
      all.filter((entry) => !entry.checkVisibility()).map(({textContent}) => textContent.trim()),
    )
    expect(hidden).toEqual([])
  })

  test('a month without events says so, in the list and in the grid', async () => {
    const page = await open(`${landing}calendar/?month=2010-01`, laptop)
    for (const view of ['month', 'agenda']) {
      await page.locator(`[name="view"][value="${view}"]`).check({force: true})
      const notes = await page
        .locator('.calendar .empty')
        .evaluateAll((all) => all.filter((note) => note.checkVisibility()).length)
      expect([view, notes]).toEqual([view, 1])
    }
  })

  test('the counts of the week are those of the rows that take place', async () => {
    const page = await open(landing, laptop)
    const days = await page.locator('.week li').evaluateAll((all) =>
      all.map((day) => ({
        hash: day.querySelector('a')?.hash,
        name: day.querySelector('.week-name')?.textContent,
        count: Number(day.querySelector('.week-count')?.textContent),
      })),
    )
    const rows = await page.locator('.on').evaluateAll((all) =>
      all.map((row) => ({
        day: row.querySelector('[data-part="dayName"]')?.textContent,
        isOff: row.classList.contains('on-off'),
      })),
    )
    const last = rows.at(-1)?.day
    // The limit of the list can cut its last day.
    const listed = days.slice(
      0,
      Math.max(
        0,
        days.findIndex(({name: day}) => day === last),
      ),
    )
    expect(listed.length === 0 && days.some(({name: day}) => day === last)).toBe(false)
    const counted = (listed.length > 0 ? listed : days).map(({name: day, count}) => [day, count])
    expect(counted).toEqual(
      counted.map(([day]) => [day, rows.filter((row) => row.day === day && !row.isOff).length]),
    )
  })
})
