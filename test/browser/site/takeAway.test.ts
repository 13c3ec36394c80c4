import type {Browser, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {parseCalendar} from '../../../calendar/index.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

const path = '/community/meetings/'

describe.skipIf(!chromiumPath)('adding a meeting to a calendar', () => {
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

  async function open(at = path): Promise<Page> {
    const page = await browser.newPage({viewport: {width: 1400, height: 900}})
    pages.push(page)
    await page.goto(`${site.url}${at}`)
    return page
  }

  test('each upcoming touchpoint offers calendar services and a file, and contacts none of them before a click', async () => {
    const page = await open()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const add = page.locator('.row', {hasText: 'Security Management'}).locator('.add')
    expect(await add.locator('a').first().isVisible()).toBe(false)
    await add.locator('summary').focus()
    await page.keyboard.press('Enter')
    const links = await add
      .locator('a')
      .evaluateAll((all) => all.map((link) => new URL(link.getAttribute('href') ?? '', 'http://-')))
    expect(links.map(({hostname}) => hostname)).toEqual([
      'calendar.google.com',
      'outlook.live.com',
      'outlook.office.com',
      '-',
    ])
    expect(links[0]?.searchParams.get('dates')).toBe('20240328T130000Z/20240328T140000Z')
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([])
    // A canceled meeting offers none.
    const on = page.locator('.on:not(.on-off)')
    expect(await on.locator('.add').count()).toBe(await on.count())
    expect(await page.locator('.on-off .add').count()).toBe(0)
  })

  test('the file contains only that meeting, with the same UID as in the whole calendar', async () => {
    const page = await open(`${path}2024-03-28-security-management/`)
    const file = await page.locator('.add a').last().getAttribute('href')
    const answer = await fetch(new URL(file ?? '', site.url))
    expect(answer.headers.get('content-disposition')).toContain(
      '2024-03-28-security-management.ics',
    )
    const text = await answer.text()
    const uid = (calendar: string) => /UID:(touchpoint-2024-03-28@\S+)/.exec(calendar)?.[1]
    expect(uid(text)).toBeDefined()
    const whole = await (await fetch(`${site.url}/api/calendar.ics`)).text()
    expect(uid(whole)).toBe(uid(text))
    const {occurrences} = parseCalendar(text).between(
      '2024-01-01T00:00:00Z',
      '2025-01-01T00:00:00Z',
    )
    expect(occurrences.map(({start}) => start)).toEqual(['2024-03-28T13:00:00Z'])
  })

  test('a meeting after the end of the whole calendar also has a file', async () => {
    const answer = await fetch(
      `${site.url}/api/touchpoints/2025-05-12-leverage-innersource-practices-to-drive-open-source.ics`,
    )
    expect(answer.status).toBe(200)
    expect((await fetch(`${site.url}/api/touchpoints/no-such.ics`)).status).toBe(404)
  })

  test('every calendar file that an event offers exists, in every month', async () => {
    for (const month of ['2024-03', '2024-08', '2025-05']) {
      const text = await (await fetch(`${site.url}${path}?month=${month}`)).text()
      const files = [...text.matchAll(/href="(\/api\/[^"]*(?:\.ics|event=)[^"]*)"/g)]
      const statuses = await Promise.all(
        [...new Set(files.map(([, file = '']) => file.replaceAll('&amp;', '&')))].map(
          async (file) => [file, (await fetch(`${site.url}${file}`)).status] as const,
        ),
      )
      expect(statuses.length).toBeGreaterThan(0)
      expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
    }
  })

  test('an open menu stays open after a refresh, and no other one opens', async () => {
    const page = await open()
    const summary = page.locator('.rows .add').nth(1).locator('summary')
    const title = await summary.textContent()
    await summary.click()
    await page.locator('.zone select').selectOption('Asia/Tokyo')
    await page.waitForURL(/zone=Asia/)
    const opened = await page
      .locator('.add')
      .evaluateAll((all) =>
        all.flatMap((each) => (each.hasAttribute('open') ? [each.textContent] : [])),
      )
    expect(opened).toHaveLength(1)
    expect(opened[0]).toContain(title)
  })
})
