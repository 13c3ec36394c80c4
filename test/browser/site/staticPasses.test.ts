import type {Browser, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {serveFolder} from '../../packaging/support/serveFolder.ts'
import type {BuiltSite} from '../../support/builtSite.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {startLake} from '../../support/siteServer.ts'
import {smallCommunity} from '../../support/smallCommunity.ts'
import {buildStaticSite} from '../../support/staticSite.ts'

const built = '2026-11-26T12:00:00Z'
/** A week after the last session. */
const later = '2026-12-10T12:00:00Z'
const meetings = '/community/meetings/'

/** The first is on a Friday in Los Angeles and a Saturday in Berlin. The second passes midnight only in Berlin. */
const sessions = [
  {
    slug: 'maps',
    title: '“Maps” and how to read them',
    start: '2026-11-28T03:30:00Z',
    minutes: 60,
  },
  {slug: 'midnight', title: 'A late talk', start: '2026-12-03T22:30:00Z', minutes: 120},
]

describe.skipIf(!chromiumPath)('a static site that nobody builds again', () => {
  let site: BuiltSite & AsyncDisposable
  let server: Awaited<ReturnType<typeof serveFolder>>
  let browser: Browser
  const pages: Page[] = []

  beforeAll(async () => {
    const {lake, url, stop} = await startLake('empty')
    lake.import(smallCommunity(sessions))
    try {
      site = await buildStaticSite({
        SANITY_API_HOST: url,
        SITE_URL: 'https://example.org',
        TOUCHPOINTS_NOW: built,
      })
    } finally {
      await stop()
    }
    server = await serveFolder(site.folder)
    browser = await launchChromium()
  }, 600_000)
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()))
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await site[Symbol.asyncDispose]()
  })

  async function open(path: string, at: string, timezoneId = 'Europe/Berlin') {
    const context = await browser.newContext({
      timezoneId,
      viewport: {width: 1280, height: 900},
    })
    const page = await context.newPage()
    pages.push(page)
    await page.clock.setFixedTime(at)
    await page.goto(`${server.origin}${path}`, {waitUntil: 'networkidle'})
    return page
  }

  const main = async (page: Page) => page.locator('main').innerText()

  test('before the first session, the archive is empty, and the page has no past sessions', async () => {
    const archive = await open(`${meetings}archive/`, built)
    expect(await main(archive)).toContain('No sessions yet')
    expect(await archive.locator('.years li:visible').count()).toBe(0)
    const page = await open(meetings, built)
    expect(await page.locator('.on-past:visible').count()).toBe(0)
    expect(await main(page)).not.toContain('No upcoming sessions')
  })

  test('a session that has ended leaves the list of the next ones, and is in the archive', async () => {
    const archive = await open(`${meetings}archive/`, later)
    expect(await main(archive)).not.toContain('No sessions yet')
    expect(await archive.locator('.years li:visible').innerText()).toMatch(/2026\s+2 sessions/)
    const year = await open(`${meetings}archive/2026/`, '2026-11-30T12:00:00Z')
    expect(await year.locator('.row-title:visible').allInnerTexts()).toEqual([sessions[0]?.title])
    expect(await main(year)).toContain('1 session')
    expect(await year.locator('h2:visible').allInnerTexts()).toEqual(['November 2026'])
  })

  test('after the last session, the page says that none is planned, and leads to the past ones', async () => {
    const page = await open(meetings, later)
    expect(await main(page)).toContain('No upcoming sessions')
    expect(await page.locator('.on-past:visible').innerText()).toMatch(/Past sessions\s+2/)
  })

  test('the page of a series moves a session from the next to the past ones', async () => {
    const page = await open(`${meetings}series/talks/`, '2026-11-30T12:00:00Z')
    const titles = (heading: string) =>
      page
        .locator('section:visible', {has: page.locator('h2', {hasText: heading})})
        .locator('.row-title:visible')
        .allInnerTexts()
    expect(await titles('Upcoming sessions')).toEqual(['A late talk'])
    expect(await titles('Past sessions')).toEqual([sessions[0]?.title])
  })

  const listed = async (page: Page) =>
    page
      .locator('.agenda .day:visible')
      .evaluateAll((days) =>
        days.map((day) => [
          day.getAttribute('data-day'),
          ...[...day.querySelectorAll('.entry-time')].map((time) =>
            time.textContent?.replaceAll(/\s+/g, ' ').trim(),
          ),
        ]),
      )

  const inMonth = async (page: Page) => {
    await page.locator('.calendar input[value="month"]').check()
    const cells = page.locator('.month td:has(li)')
    return cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('data-date')))
  }

  test('the calendar has the days of the visitor, as all other pages have their times', async () => {
    const home = await open(`${meetings}calendar/`, built, 'America/Los_Angeles')
    expect(await listed(home)).toEqual([
      ['2026-11-27', '19:30–20:30'],
      ['2026-12-03', '14:30–16:30'],
    ])
    expect(await inMonth(home)).toEqual(['2026-11-27', '2026-12-03'])
    const page = await open(`${meetings}calendar/`, built)
    expect(await listed(page)).toEqual([
      ['2026-11-28', '04:30–05:30'],
      ['2026-12-03', '23:30–01:30 (+1 d)'],
    ])
    expect(await inMonth(page)).toEqual(['2026-11-28', '2026-12-03', '2026-12-04'])
    expect(await page.locator('.zone select').inputValue()).toBe('Europe/Berlin')
    expect(await page.locator('.month td:has(li) a.month-day:visible').count()).toBe(3)
  })

  test('a zone in the menu divides the calendar again, and the next month keeps it', async () => {
    const page = await open(`${meetings}calendar/`, built)
    await page.locator('.zone select').selectOption('Pacific/Auckland')
    await expect
      .poll(() => listed(page))
      .toEqual([
        ['2026-11-28', '16:30–17:30'],
        ['2026-12-04', '11:30–13:30'],
      ])
    await page.locator('.turn-on').click()
    await page.waitForURL(/calendar\/2026-12\/\?zone=Pacific/)
    await expect.poll(() => inMonth(page)).toEqual(['2026-12-04'])
    await page.locator('.zone select').selectOption('Europe/Berlin')
    await expect.poll(() => inMonth(page)).toEqual(['2026-12-03', '2026-12-04'])
  })

  test('without a script, the calendar names the zone of its days', async () => {
    const context = await browser.newContext({javaScriptEnabled: false})
    const page = await context.newPage()
    pages.push(page)
    await page.goto(`${server.origin}${meetings}calendar/`)
    expect(await page.locator('.calendar-bar').innerText()).toContain('Los Angeles')
    expect(await listed(page)).toEqual([
      ['2026-11-27', '19:30–20:30'],
      ['2026-12-03', '14:30–16:30'],
    ])
  })

  test('an English title has its own direction on an Arabic page', async () => {
    const page = await open(`/ar${meetings}archive/2026/`, later)
    const titles = page.locator('.row-title bdi')
    expect(
      await titles.evaluateAll((all) => all.map((each) => getComputedStyle(each).direction)),
    ).toEqual(['ltr', 'ltr'])
  })

  test('the links of a session without a text begin below its title', async () => {
    const page = await open(`${meetings}maps/`, built)
    const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x
    expect(await left('.actions')).toBeCloseTo((await left('main h1')) ?? 0, 0)
  })
})
