import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {type RunningSite, sampleContent, startLake, startSite} from '../../support/siteServer.ts'

const landing = '/community/meetings/'
const results = `${landing}search/`

describe.skipIf(!chromiumPath)('the search', () => {
  let browser: Browser
  let site: RunningSite
  let stopLake: () => Promise<void>
  const pages: Page[] = []

  beforeAll(async () => {
    const lake = await startLake('empty')
    stopLake = lake.stop
    lake.lake.import(sampleContent('lantern'))
    browser = await launchChromium()
    site = await startSite({SANITY_API_HOST: lake.url, TOUCHPOINTS_NOW: '2026-11-26T09:00:00Z'})
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
    const context = await browser.newContext({
      viewport: {width: 1280, height: 900},
      timezoneId: 'Asia/Tokyo',
      ...options,
    })
    const page = await context.newPage()
    pages.push(page)
    await page.goto(site.url + path)
    return page
  }

  const field = (page: Page) => page.locator('#site-search')
  const options = (page: Page) => page.locator('[role="option"]')
  const active = (page: Page) => page.locator('[role="option"][aria-selected="true"]')

  test('shows results while typing, and loads nothing for it before', async () => {
    const requests: string[] = []
    const page = await open(landing)
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.waitForLoadState('networkidle')
    expect(requests.filter((path) => path.includes('search'))).toEqual([])
    await field(page).click()
    await field(page).pressSequentially('voic')
    await expect.poll(() => options(page).count()).toBeGreaterThan(0)
    const first = options(page).first()
    expect(await first.innerText()).toContain('What a voice remembers')
    // 14 May, 17:00 in Lisbon, is the 15th for a visitor in Tokyo.
    expect(await first.innerText()).toContain('15 May 2026')
    expect(await first.locator('mark').allInnerTexts()).toEqual(['voice'])
    expect(requests.filter((path) => path === '/api/search/en.json')).toHaveLength(2)
  })

  test('works with the keys alone: slash, arrows, Enter and Escape', async () => {
    const page = await open(landing)
    await page.keyboard.press('/')
    await page.keyboard.type('catalog')
    await expect.poll(() => options(page).count()).toBe(9)
    expect(await field(page).getAttribute('aria-expanded')).toBe('true')
    expect(await active(page).count()).toBe(0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const id = await active(page).getAttribute('id')
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(id)
    expect(await active(page).innerText()).toContain('Catalog Circle')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await active(page).count()).toBe(0)
    await page.keyboard.press('ArrowUp')
    expect(await active(page).innerText()).toBe('Show all results')
    await page.keyboard.press('Escape')
    expect(await options(page).count()).toBe(0)
    expect(await field(page).inputValue()).toBe('catalog')
    expect(await field(page).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => options(page).count()).toBe(9)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/groups\/catalog\/$/)
  })

  test('opens the page of results with Enter, and with "Show all results"', async () => {
    const page = await open(landing)
    await field(page).fill('catalog')
    await field(page).press('Enter')
    await page.waitForURL(/\/search\/\?q=catalog$/)
    await page.goto(site.url + landing)
    await field(page).click()
    await field(page).pressSequentially('catalog')
    await page.getByRole('option', {name: 'Show all results'}).click()
    await page.waitForURL(/\/search\/\?q=catalog$/)
    expect(await page.locator('.result').count()).toBeGreaterThan(10)
  })

  test('opens a result with a click', async () => {
    const page = await open(landing)
    await field(page).click()
    await field(page).pressSequentially('voice')
    await page.getByRole('option', {name: 'What a voice remembers'}).click()
    await page.waitForURL(/\/2026-05-14\/$/)
    expect(await page.locator('h1').innerText()).toBe('What a voice remembers')
  })

  test('types a slash into other fields, and into its own', async () => {
    const page = await open(results)
    await page.locator('#search-query').focus()
    await page.keyboard.type('a/b')
    expect(await page.locator('#search-query').inputValue()).toBe('a/b')
    await field(page).focus()
    await page.keyboard.type('c/d')
    expect(await field(page).inputValue()).toBe('c/d')
  })

  test('announces how many results there are, and when there are none', async () => {
    const page = await open(landing)
    const status = page.locator('.search-field [role="status"]')
    await field(page).click()
    await field(page).pressSequentially('catalog')
    await expect.poll(() => status.innerText()).toMatch(/^Results: \d+$/)
    await field(page).fill('xylophonist')
    await expect.poll(() => status.innerText()).toBe('No results for “xylophonist”.')
    expect(await page.locator('.search-note').isVisible()).toBe(true)
    expect(await field(page).getAttribute('aria-expanded')).toBe('false')
  })

  test('says so when its file can’t be loaded, and Enter still leads to the results', async () => {
    const page = await open(landing)
    await page.route('**/api/search/**', (route) => route.abort())
    await field(page).click()
    await field(page).pressSequentially('voice')
    await expect.poll(() => page.locator('.search-note').innerText()).toContain('Could not load')
    await field(page).press('Enter')
    await page.waitForURL(/\/search\/\?q=voice$/)
    expect(await page.locator('.result mark').first().innerText()).toBe('voice')
  })

  test('keeps what was typed when the page refreshes', async () => {
    const page = await open(landing)
    await field(page).click()
    await field(page).pressSequentially('voice')
    await expect.poll(() => options(page).count()).toBeGreaterThan(0)
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await page.waitForLoadState('networkidle')
    expect(await field(page).inputValue()).toBe('voice')
    expect(await options(page).count()).toBeGreaterThan(0)
  })

  test('moves nothing on the page when it opens', async () => {
    const page = await open(landing)
    await page.evaluate(() => {
      const shifts: number[] = []
      Reflect.set(window, 'shifts', shifts)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')))
      }).observe({type: 'layout-shift'})
    })
    await field(page).click()
    await field(page).pressSequentially('catalog')
    await expect.poll(() => options(page).count()).toBe(9)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([])
  })

  test('works without a script: a field in the header, and a page of results', async () => {
    const page = await open(landing, {javaScriptEnabled: false})
    await field(page).fill('voice')
    await field(page).press('Enter')
    await page.waitForURL(/\/search\/\?q=voice$/)
    expect(await page.locator('.result h2').first().innerText()).toContain('What a voice remembers')
    await page.locator('#search-query').fill('zzzzzz')
    await page.locator('#search-query').press('Enter')
    await page.waitForURL(/q=zzzzzz$/)
    expect(await page.locator('main').innerText()).toContain('No results for “zzzzzz”.')
  })

  test.for([
    [`${results}?q=catalog`, 1280, 'light'],
    [`${results}?q=catalog`, 390, 'dark'],
    [results, 390, 'light'],
    [`${results}?q=xylophonist`, 1280, 'dark'],
    [`/ar${results}?q=${encodeURIComponent('الصوت')}`, 390, 'light'],
    [`/ja${results}?q=${encodeURIComponent('声')}`, 1280, 'light'],
  ] as const)(
    '%s has no accessibility problem and does not scroll sideways at %i px, %s',
    async ([path, width, colorScheme]) => {
      const page = await open(path, {viewport: {width, height: 844}, colorScheme})
      expect(await problems(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    },
  )

  test.for([
    [landing, 'catalog', 1280],
    [landing, 'catalog', 390],
    [`/ar${landing}`, 'صوت', 390],
  ] as const)(
    'the open list on %s has no accessibility problem and fits into the window: %s at %i px',
    async ([path, query, width]) => {
      const page = await open(path, {viewport: {width, height: 844}})
      // On a phone, the field is in the menu.
      if (!(await field(page).isVisible())) await page.locator('.menu-button').click()
      await field(page).click()
      await field(page).pressSequentially(query)
      await expect.poll(() => options(page).count()).toBeGreaterThan(0)
      await page.keyboard.press('ArrowDown')
      const {violations} = await new AxeBuilder({page}).include('.site-header').analyze()
      expect(violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
      const box = await page.locator('.search-popup').boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      expect(await overflow(page)).toBe(0)
    },
  )

  test('the chosen result is visible in forced colors', async () => {
    const page = await open(landing, {forcedColors: 'active'})
    await field(page).click()
    await field(page).pressSequentially('catalog')
    await expect.poll(() => options(page).count()).toBe(9)
    await page.keyboard.press('ArrowDown')
    const color = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => getComputedStyle(each).backgroundColor)
    expect(await color('[role="option"][aria-selected="true"]')).not.toBe(
      await color('[role="option"][aria-selected="false"]'),
    )
  })

  async function problems(page: Page) {
    const {violations} = await new AxeBuilder({page}).analyze()
    return violations.map(({id, nodes}) => [id, nodes[0]?.html])
  }

  function overflow(page: Page): Promise<number> {
    return page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
  }
})
