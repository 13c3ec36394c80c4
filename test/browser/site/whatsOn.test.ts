import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {loadPage} from '../support/pageLoad.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {
  sampleContent,
  sampleFeeds,
  startLake,
  startSite,
  type RunningSite,
} from '../../support/siteServer.ts'

const phone = {viewport: {width: 390, height: 844}} as const
const laptop = {viewport: {width: 1280, height: 800}} as const

describe.skipIf(!chromiumPath).each([
  {community: 'todo', feeds: sampleFeeds, now: '2026-11-26T16:30:00Z'},
  {community: 'lantern', feeds: undefined, now: '2026-11-26T17:30:00Z'},
] as const)('what is on in the community $community', ({community, feeds, now}) => {
  let browser: Browser
  let site: RunningSite
  let stopLake: () => Promise<void>
  const pages: Page[] = []

  beforeAll(async () => {
    const lake = await startLake('empty')
    stopLake = lake.stop
    lake.lake.import(sampleContent(community))
    browser = await launchChromium()
    site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_NOW: now,
      ...(feeds && {TOUCHPOINTS_SAMPLE_FEEDS: feeds}),
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

  async function open(options: BrowserContextOptions = {}, query = ''): Promise<Page> {
    const context = await browser.newContext({timezoneId: 'Asia/Tokyo', ...laptop, ...options})
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    pages.push(page)
    await page.goto(`${site.url}/community/meetings/${query}`, {waitUntil: 'networkidle'})
    return page
  }

  test.for([
    {...phone, tallest: 7500},
    {...laptop, tallest: 4500},
  ])(
    'the next seven days are on the first screen of $viewport.width px, and the page is at most $tallest px high',
    async ({viewport, tallest}) => {
      const page = await open({viewport})
      const week = await page.locator('.week').boundingBox()
      expect((week?.y ?? Infinity) + (week?.height ?? 0)).toBeLessThan(viewport.height / 2)
      expect(await page.locator('.week a').count()).toBe(7)
      const rows = await page
        .locator('.on')
        .evaluateAll(
          (all, height) => all.filter((row) => row.getBoundingClientRect().bottom <= height).length,
          viewport.height,
        )
      expect(rows).toBeGreaterThanOrEqual(4)
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(
        tallest,
      )
    },
  )

  test.for([
    {...phone, colorScheme: 'dark'},
    {...laptop, colorScheme: 'light'},
  ] as const)(
    'axe has no finding at all at $viewport.width px, $colorScheme',
    {timeout: 300_000},
    async (options) => {
      const page = await open(options)
      const findings = async () => {
        const {violations} = await new AxeBuilder({page}).analyze()
        return violations.map(({id, nodes}) => [id, nodes[0]?.html])
      }
      expect(await findings()).toEqual([])
      await page.locator('.on .add summary').last().click()
      await page.locator('.filters summary').click()
      expect(await findings()).toEqual([])
    },
  )

  test('nothing moves while the page loads, not even for the visitor’s own time or the fonts, and it is small', async () => {
    const page = await (await browser.newContext({timezoneId: 'Asia/Tokyo', ...phone})).newPage()
    pages.push(page)
    const {shifted, bytes} = await loadPage(page, `${site.url}/community/meetings/`)
    expect(shifted).toBeLessThan(0.02)
    // 80 kB of them are two fonts.
    expect(bytes).toBeLessThan(200_000)
  })

  test.for([320, 390, 768, 1024, 1920])(
    'the page does not scroll sideways at %i px',
    async (width) => {
      const page = await open({viewport: {width, height: 800}})
      expect(await sideways(page)).toBe(0)
    },
  )

  test.for([640, 1280])('text of twice the size fits into %i px', async (width) => {
    const page = await open({viewport: {width, height: 800}})
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await sideways(page)).toBe(0)
  })

  test('the rows are in the order of time in each zone, under the day of the visitor', async () => {
    for (const timezoneId of ['Asia/Tokyo', 'Europe/Madrid', 'America/Los_Angeles']) {
      const page = await open({timezoneId})
      const rows = await rowsOf(page)
      const timed = rows.filter(({start, live}) => start.endsWith('Z') && !live)
      expect(timed.map(({start}) => start)).toEqual(timed.map(({start}) => start).toSorted())
      for (const {start, day} of timed)
        expect([start, day]).toEqual([start, dayIn(start, timezoneId)])
    }
  })

  test('a live meeting is first and says so', async () => {
    const [first] = await rowsOf(await open())
    expect(first?.text).toContain('Live now')
  })
})

describe.skipIf(!chromiumPath)('the list of what is on', () => {
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

  async function open(options: BrowserContextOptions = {}, query = ''): Promise<Page> {
    const context = await browser.newContext({timezoneId: 'Asia/Tokyo', ...laptop, ...options})
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    pages.push(page)
    await page.goto(`${site.url}/community/meetings/${query}`)
    return page
  }

  /** A call on a Thursday at 16:30 in Madrid, as the page shows it. */
  async function openHours(page: Page) {
    const row = page.locator('.on', {hasText: 'TODO open work hours'}).first()
    return {
      day: await row.locator('[data-part="dayName"]').textContent(),
      time: await row.locator('.when-clock').innerText(),
      there: (await row.locator('.when-there:visible').allInnerTexts()).join(),
    }
  }

  test.each([
    ['Europe/Madrid', 'Thursday 3 December', '16:30–17:30', ''],
    ['Asia/Tokyo', 'Friday 4 December', '00:30–01:30', 'Thu 3 Dec, 16:30–17:30 Madrid'],
    ['America/Los_Angeles', 'Thursday 3 December', '07:30–08:30', '16:30–17:30 Madrid'],
  ])('in %s shows a call on %s at %s', async (timezoneId, day, time, there) => {
    expect(await openHours(await open({timezoneId}))).toEqual({day, time, there})
  })

  test('shows the zone of the address, because a shared link shows everyone the same', async () => {
    const page = await open({timezoneId: 'Asia/Tokyo'}, '?zone=America/New_York')
    expect(await openHours(page)).toMatchObject({time: '10:30–11:30'})
    expect(await page.locator('.zone select').inputValue()).toBe('America/New_York')
    await page.locator('.zone select').selectOption('Asia/Tokyo')
    await expect.poll(async () => (await openHours(page)).time).toBe('00:30–01:30')
    expect(new URL(page.url()).search).toBe('')
  })

  test('is in community time without a script, and names that zone', async () => {
    const page = await open({javaScriptEnabled: false})
    expect(await openHours(page)).toEqual({
      day: 'Thursday 3 December',
      time: '16:30–17:30',
      there: '',
    })
    const chosen = await page.locator('.zone option[selected]').textContent()
    expect(chosen?.trim()).toBe('Madrid (community time)')
  })

  test('keeps the visitor’s times when the page refreshes in place', async () => {
    const page = await open()
    await page.evaluate(() => document.body.setAttribute('data-same', ''))
    await page.locator('.filters summary').click()
    await page.locator('select[name="calendar"]').selectOption('todo')
    await page.waitForURL(/calendar=todo/)
    await expect.poll(() => page.locator('.chip').count()).toBe(1)
    expect(await openHours(page)).toMatchObject({day: 'Friday 4 December', time: '00:30–01:30'})
    expect(await page.locator('body[data-same]').count()).toBe(1)
  })

  test('is filtered by a form that works without a script, and one click shows all again', async () => {
    const page = await open({javaScriptEnabled: false})
    const all = await page.locator('.on').count()
    await page.locator('.filters summary').click()
    await page.locator('select[name="group"]').selectOption('ospo-book')
    await page.locator('.filters button').click()
    await page.waitForURL(/group=ospo-book/)
    const titles = await page.locator('.on-title').allInnerTexts()
    expect(new Set(titles)).toEqual(new Set(['OSPO Book Working Group']))
    expect(await page.locator('.filters-chips strong').innerText()).toMatch(/^\d+ events$/)
    await page.locator('.chip').click()
    await page.waitForURL((url) => url.search === '')
    expect(await page.locator('.on').count()).toBe(all)
  })

  test('says what it does not know, and shows the rest', async () => {
    const page = await open({}, '?group=no-such-group&calendar=chaoss')
    expect(await page.locator('.filters-active').innerText()).toContain('no-such-group')
    const calendars = await page.locator('.on-calendar').allInnerTexts()
    expect(new Set(calendars)).toEqual(new Set(['CHAOSS calendar']))
  })

  test('leads from a day to its first meeting, and from a meeting to its page or details', async () => {
    const page = await open({timezoneId: 'Europe/Madrid'})
    await page.locator('.week a', {hasText: 'Monday 30 November'}).click()
    const target = page.locator('.on:target')
    expect(await target.locator('[data-part="dayName"]').textContent()).toBe('Monday 30 November')
    await page.locator('.on-open').first().click()
    expect(await page.locator('.details:popover-open').count()).toBe(1)
  })

  test('shows a canceled meeting as one, without a way to join it', async () => {
    const row = (await open()).locator('.on-off').first()
    expect(await row.innerText()).toContain('Canceled')
    expect(await row.locator('.on-acts').count()).toBe(0)
  })

  test('the menu of a phone opens with the keyboard and leads to each page', async () => {
    const page = await open(phone)
    await page.locator('.menu-button').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.menu a:visible').allInnerTexts()).toEqual([
      'What is on',
      'Calendar',
      'Working groups',
      'Past recordings',
      'Archive',
    ])
    await page.keyboard.press('Escape')
    expect(await page.locator('.menu').isVisible()).toBe(false)
  })
})

function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

function rowsOf(page: Page) {
  return page.locator('.on').evaluateAll((all) =>
    all.map((row) => ({
      start: row.getAttribute('data-start') ?? '',
      live: row.hasAttribute('data-live'),
      day: row.querySelector('[data-part="dayName"]')?.textContent,
      text: row.textContent,
    })),
  )
}

function dayIn(instant: string, timeZone: string): string {
  const options = {weekday: 'long', day: 'numeric', month: 'long', timeZone} as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant)).replace(',', '')
}
