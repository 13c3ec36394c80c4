import {AxeBuilder} from '@axe-core/playwright'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

describe.skipIf(!chromiumPath)('the meetings page as of 20 March 2024', () => {
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

  const address = () => `${site.url}/community/meetings/`

  async function open(options: BrowserContextOptions = {}, below = ''): Promise<Page> {
    const context = await browser.newContext({
      viewport: {width: 1400, height: 900},
      timezoneId: 'Asia/Tokyo',
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    pages.push(page)
    await page.goto(`${address()}${below}`)
    return page
  }

  /** Opens the month and the agenda as a visitor in the zone of the community. */
  const openCalendar = (options: BrowserContextOptions = {}) =>
    open({timezoneId: 'Europe/Madrid', ...options}, 'calendar/')

  test('the root redirects to the meetings page, so that the host name alone works', async () => {
    const page = await open()
    await page.goto(`${site.url}/`)
    expect(page.url()).toBe(address())
  })

  test('the next touchpoints are on the page with their guests, at the time of the visitor', async () => {
    const page = await open({timezoneId: 'Asia/Tokyo'})
    const row = (title: string) => page.locator('.row', {hasText: title})
    const thursday = row('Security Management, OSPO functions in AI and more')
    expect(await thursday.locator('time').getAttribute('datetime')).toBe('2024-03-28T13:00:00Z')
    expect(await thursday.locator('.when').innerText()).toMatch(
      /^Thursday 28 March 2024, 22:00–23:00 Tokyo \(.+\) 14:00–15:00 Madrid$/,
    )
    for (const guest of ['Mirko', 'Dana Wang', 'Georg Kunz', 'Lumi'])
      expect(await thursday.innerText()).toContain(guest)
  })

  test('the date leaf and the time of a session show the same day, that of the visitor', async () => {
    const page = await open({timezoneId: 'Asia/Tokyo'}, '2024-04-12-friday-touchpoint/')
    expect(await page.locator('.next-when .when').innerText()).toMatch(
      /^Saturday 13 April 2024, 00:30–01:30 Tokyo \(.+\)\s+Fri 12 Apr, 17:30–18:30 Madrid$/,
    )
    expect(await page.locator('.date-tile-large').innerText()).toMatch(/^Saturday\s+13\s+Apr 2024$/)
  })

  test('a visitor in a zone with the same time sees it only once', async () => {
    const page = await open({timezoneId: 'Europe/Paris'}, '2024-04-12-friday-touchpoint/')
    expect(await page.locator('.when-there').first().isVisible()).toBe(false)
  })

  test('the page sends no request to other hosts before a click', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    pages.push(page)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(address(), {waitUntil: 'networkidle'})
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForLoadState('networkidle')
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([])
    expect(requests.length).toBeGreaterThan(1)
  })

  test('a recording plays on the page from the domain without cookies, and only after a click', async () => {
    const page = await open()
    await page.route('https://www.youtube-nocookie.com/**', (route) => route.fulfill({body: ''}))
    const poster = page.locator('a.poster').first()
    await poster.click()
    const frame = page.locator('dialog.player iframe')
    expect(await frame.getAttribute('src')).toMatch(
      /^https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]{11}\?autoplay=1/,
    )
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog.player').count()).toBe(0)
    expect(await poster.evaluate((link) => link === document.activeElement)).toBe(true)
  })

  test.for([
    {width: 1400, height: 900, colorScheme: 'light'},
    {width: 390, height: 844, colorScheme: 'dark'},
  ] as const)(
    'the calendar has no serious accessibility problems at $width px, $colorScheme',
    // Three checks with all sections open take a minute on a busy machine.
    {timeout: 600_000},
    async ({width, height, colorScheme}) => {
      const page = await openCalendar({viewport: {width, height}, colorScheme})
      for (const details of await page.locator('details').all()) {
        await details.evaluate((each) => each.setAttribute('open', ''))
      }
      expect(await seriousFindings(page)).toEqual([])
      await page.locator('input[value="month"]').check({force: true})
      expect(await seriousFindings(page)).toEqual([])
      await page.locator('.calendar').evaluate(() => {
        document.querySelector<HTMLElement>('.details')?.showPopover()
      })
      expect(await seriousFindings(page)).toEqual([])
    },
  )

  test.for([320, 390, 768, 1100, 1920])(
    'the calendar does not scroll horizontally at %i px',
    async (width) => {
      const page = await openCalendar({viewport: {width, height: 800}})
      await page.locator('input[value="month"]').check({force: true})
      const over = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
      expect(await over()).toBe(0)
    },
  )

  test('changing the zone updates the times in place and the URL', async () => {
    const page = await openCalendar()
    const entry = page.locator('.entry', {hasText: 'Security Management'}).first()
    expect(await entry.locator('time').innerText()).toBe('14:00–15:00')
    await page.locator('.zone select').selectOption('America/New_York')
    await page.waitForURL(/zone=America/)
    await expect.poll(() => entry.locator('time').innerText()).toBe('09:00–10:00')
    expect(await entry.locator('time').getAttribute('datetime')).toBe('2024-03-28T13:00:00Z')
    await page.goBack()
    await expect.poll(() => entry.locator('time').innerText()).toBe('14:00–15:00')
  })

  test('the zone menu includes the visitor’s zone, even if it is not a common one', async () => {
    const page = await openCalendar({timezoneId: 'Indian/Maldives'})
    expect(await page.locator('.zone option', {hasText: 'your time'}).innerText()).toBe(
      'Maldives (your time)',
    )
  })

  test('hiding a calendar hides its events, also after a reload', async () => {
    const page = await openCalendar()
    const of = (key: string) => page.locator(`.agenda > ol .entry[data-in="${key}"]:visible`)
    expect(await of('openssf').count()).toBeGreaterThan(0)
    await page.getByRole('checkbox', {name: 'OpenSSF calendar'}).uncheck({force: true})
    expect(await of('openssf').count()).toBe(0)
    expect(await of('chaoss').count()).toBeGreaterThan(0)
    await page.reload()
    await expect.poll(() => of('openssf').count()).toBe(0)
  })

  test('an event of two calendars stays until both are hidden, and empty days disappear', async () => {
    const page = await openCalendar()
    const shared = page.locator('.agenda > ol .entry[data-in~="todo"][data-in~="chaoss"]').first()
    expect(await shared.isVisible()).toBe(true)
    const off = (name: string) => page.getByRole('checkbox', {name}).uncheck({force: true})
    await off('CHAOSS calendar')
    expect(await shared.isVisible()).toBe(true)
    await off('TODO Group community calendar')
    expect(await shared.isVisible()).toBe(false)
    await off('OpenSSF calendar')
    await off('OpenChain calendar')
    expect(await page.locator('.day:visible').count()).toBe(0)
    expect(await page.locator('.agenda-empty').isVisible()).toBe(true)
  })

  test('a merged event names the calendars that have it, and not why they were merged', async () => {
    const page = await openCalendar()
    await page.locator('.entry-title', {hasText: 'Security Management'}).first().click()
    const details = page.locator('.details:popover-open')
    expect(await details.innerText()).toContain('Also in TODO Group community calendar.')
    expect(await details.innerText()).not.toMatch(/linked|match|sources/)
    await page.keyboard.press('Escape')
    expect(await details.count()).toBe(0)
  })

  test('a cancelled meeting stays in the calendar and is marked as cancelled', async () => {
    const page = await openCalendar()
    const entry = page
      .locator('.agenda .entry-cancelled', {hasText: 'OpenSSF office hours'})
      .first()
    expect(await entry.innerText()).toContain('Canceled')
  })

  test('the month links change the month and return to today without a reload', async () => {
    const page = await openCalendar()
    await page.evaluate(() => document.body.setAttribute('data-same', ''))
    await page.locator('.turn a').nth(1).click()
    await expect.poll(() => page.locator('.turn-month').innerText()).toBe('April 2024')
    expect(await page.locator('body[data-same]').count()).toBe(1)
    await page.locator('.turn-today').click()
    await expect.poll(() => page.locator('.turn-month').innerText()).toBe('March 2024')
  })

  test('the keyboard reaches the content first and controls the view and the calendars', async () => {
    const page = await openCalendar()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to content')
    await page.locator('input[value="agenda"]').focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.month').isVisible()).toBe(true)
    await page.locator('input[name="calendar"]').first().focus()
    await page.keyboard.press('Space')
    expect(await page.locator('input[name="calendar"]').first().isChecked()).toBe(false)
  })

  test('the page works without a script', async () => {
    const page = await openCalendar({javaScriptEnabled: false})
    await page.locator('input[value="month"]').check({force: true})
    expect(await page.locator('.month').isVisible()).toBe(true)
    await page.locator('.zone select').selectOption('Asia/Tokyo')
    await page.locator('.zone button').click()
    await page.waitForURL(/zone=Asia%2FTokyo/)
    const entry = page.locator('.entry', {hasText: 'Security Management'}).first()
    expect(await entry.locator('time').innerText()).toBe('22:00–23:00')
  })

  test('a touchpoint has its own page, with structured data for search engines', async () => {
    const page = await open()
    await page.locator('.row-title a').first().click()
    await page.waitForURL(/2024-03-28-security-management\/$/)
    expect(await page.locator('h1').innerText()).toContain('Security Management')
    const markup = await page.locator('script[type="application/ld+json"]').innerText()
    expect(JSON.parse(markup)).toMatchObject([
      {
        '@type': 'Event',
        startDate: '2024-03-28T13:00:00Z',
        endDate: '2024-03-28T14:00:00Z',
        eventStatus: 'https://schema.org/EventScheduled',
      },
      {'@type': 'BreadcrumbList'},
    ])
    expect(await seriousFindings(page)).toEqual([])
  })

  test('an unknown address returns 404 with a link to the meetings page', async () => {
    const response = await fetch(`${address()}no-such-touchpoint/`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain(
      '<a href="/community/meetings/">Upcoming touchpoints</a>',
    )
  })

  test('the counts match the lists', async () => {
    const page = await open()
    expect(await page.locator('#working-groups .section-count').innerText()).toBe(
      'Active: 7 · In maintenance: 1 · Archived: 1',
    )
    expect(await page.locator('#working-groups .brief-item').count()).toBe(6)
    expect(await page.locator('#working-groups .view-all').innerText()).toBe('View all 9')
  })

  test('a printed page has the agenda but no controls', async () => {
    const page = await openCalendar()
    await page.emulateMedia({media: 'print'})
    expect(await page.locator('.calendar-bar').isVisible()).toBe(false)
    expect(await page.locator('.agenda').isVisible()).toBe(true)
  })
})

async function seriousFindings(page: Page): Promise<string[]> {
  const {violations} = await new AxeBuilder({page}).analyze()
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim())
}
