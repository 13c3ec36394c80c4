import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseCalendar} from '@touchpoints/calendar'
import ical from 'node-ical'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {serveFolder} from '../../packaging/support/serveFolder.ts'
import {brokenLinks, builtFiles, type BuiltSite} from '../../support/builtSite.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleContent, sampleFeeds, startLake} from '../../support/siteServer.ts'
import {buildStaticSite} from '../../support/staticSite.ts'

const built = '2026-11-26T12:00:00Z'
const meetings = '/community/meetings/'

/** A limit that stops a hanging build, in milliseconds. Two busy cores slow a build of 20 s down tenfold. */
const buildTime = 600_000

type Built = BuiltSite & AsyncDisposable

/** Builds a sample community once for all tests of a part. */
async function buildSample(community: 'todo' | 'lantern', siteUrl: string): Promise<Built> {
  const {lake, url, stop} = await startLake('empty')
  lake.import(sampleContent(community))
  try {
    return await buildStaticSite({
      SANITY_API_HOST: url,
      SITE_URL: siteUrl,
      TOUCHPOINTS_NOW: built,
      ...(community === 'todo' && {TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds}),
    })
  } finally {
    await stop()
  }
}

describe('the files of a static site', () => {
  let site: Built

  beforeAll(async () => {
    site = await buildSample('todo', 'https://example.github.io/meetings-site/')
  }, buildTime)
  afterAll(() => site[Symbol.asyncDispose]())

  const read = (file: string) => readFileSync(join(site.folder, file), 'utf8')

  test('each link of the site to itself leads to a file, also below a path', () => {
    expect(brokenLinks(site)).toEqual([])
  })

  test('a link without a file is reported, which proves the test before', async () => {
    const elsewhere = {...site, siteUrl: 'https://example.github.io/another/'}
    expect(brokenLinks(elsewhere).length).toBeGreaterThan(100)
  })

  test('no file needs a server: no preview, no live changes, no query of a feed', () => {
    const pages = builtFiles(site).filter((name) => name.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(100)
    const served = /draft-mode|api\/live|\.(?:ics|xml)\?|data-live=/
    expect(pages.filter((page) => served.test(read(page)))).toEqual([])
  })

  test.each([
    '404.html',
    'robots.txt',
    'sitemap.xml',
    'icon.svg',
    'api/theme.css',
    'api/legend.css',
  ])('%s is there', (file) => {
    expect(existsSync(join(site.folder, file))).toBe(true)
  })

  test('the calendar has the same events for our parser and for node-ical, and each group its own', () => {
    const text = read('api/calendar.ics')
    const own = parseCalendar(text)
    const other = Object.values(ical.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT')
    expect(own.eventCount).toBeGreaterThan(100)
    expect(own.eventCount).toBe(text.split('BEGIN:VEVENT').length - 1)
    expect(new Set(other.map((each) => each && 'uid' in each && each.uid)).size).toBeGreaterThan(50)
    const group = parseCalendar(read('api/groups/ospo-book/calendar.ics'))
    expect(group.eventCount).toBeGreaterThan(0)
    expect(group.eventCount).toBeLessThan(own.eventCount)
  })

  test('each session and each event has a file of its own', () => {
    const files = builtFiles(site).filter((name) =>
      /^api\/(?:events|touchpoints)\/.*\.ics$/.test(name),
    )
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => parseCalendar(read(file)).eventCount !== 1)).toEqual([])
  })

  test('events.json says when the site should be built again', () => {
    const {nextChangeAt, events} = JSON.parse(read('api/events.json'))
    expect(Date.parse(nextChangeAt)).toBeGreaterThan(Date.parse(built))
    expect(events.length).toBeGreaterThan(100)
  })

  test('pages have the policy in themselves, and the web server gets the rest of it as headers', () => {
    const page = read(`${meetings.slice(1)}index.html`)
    expect(page).toContain(`http-equiv="content-security-policy" content="default-src 'none'`)
    expect(page).not.toContain('frame-ancestors')
    expect(read('_headers')).toMatch(
      /^\/\*\n {2}content-security-policy: .*frame-ancestors 'self'$/m,
    )
  })

  test('the root leads to the meetings at once, and by a redirect where the host can send one', () => {
    expect(read('index.html')).toContain(`content="0;url=/meetings-site${meetings}"`)
    expect(read('_redirects')).toBe(`/ /meetings-site${meetings} 302\n`)
  })

  test('search engines and readers get addresses below the path of the site', () => {
    const own = 'https://example.github.io/meetings-site/community/meetings/'
    const page = read(`${meetings.slice(1)}index.html`)
    expect(page).toContain(`<link rel="canonical" href="${own}">`)
    expect(read('sitemap.xml')).toContain(`<loc>${own}</loc>`)
    expect(read('api/feed.xml')).toContain(own)
    expect(page).not.toMatch(/(?:href|src|action)="\/(?!meetings-site\/)/)
  })
})

test('a lake that does not answer fails the build with one sentence, because a site of error pages would replace a good one', async () => {
  const failed = buildStaticSite({
    SANITY_API_HOST: 'http://127.0.0.1:9',
    SITE_URL: 'https://example.org',
    TOUCHPOINTS_NOW: built,
  })
  await expect(failed).rejects.toMatchObject({
    stderr: expect.stringMatching(
      /The site was not built\. The Content Lake http:\/\/127\.0\.0\.1:9 did not answer/,
    ),
  })
})

describe.skipIf(!chromiumPath)('a static site in a browser, served by a plain file server', () => {
  let site: Built
  let server: Awaited<ReturnType<typeof serveFolder>>
  let browser: Browser
  const pages: Page[] = []

  beforeAll(async () => {
    site = await buildSample('todo', 'https://example.org')
    server = await serveFolder(site.folder)
    browser = await launchChromium()
  }, buildTime)
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()))
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await site[Symbol.asyncDispose]()
  })

  /** Opens a page at an instant, and collects what goes wrong. */
  async function open(path: string, at: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({timezoneId: 'Europe/Berlin', ...options})
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    pages.push(page)
    const errors: string[] = []
    page.on('pageerror', ({message}) => errors.push(message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.clock.setFixedTime(at)
    await page.goto(`${server.origin}${path}`, {waitUntil: 'networkidle'})
    return {page, errors}
  }

  const rows = (page: Page) =>
    page.locator('.on:visible').evaluateAll((all) =>
      all.map((row) => ({
        start: row.getAttribute('data-start') ?? '',
        end: row.getAttribute('data-end') ?? '',
        isLive: row.matches('.on-live'),
        text: row.textContent ?? '',
      })),
    )

  test('each link of a site at the root of its host leads to a file', () => {
    expect(brokenLinks(site)).toEqual([])
  })

  test('three hours later, what takes place is live, and what has ended is gone', async () => {
    const at = '2026-11-26T16:30:00Z'
    const {page, errors} = await open(meetings, at)
    const shown = await rows(page)
    const running = shown.filter(({start, end}) => start.endsWith('Z') && start <= at && at < end)
    expect(running.length).toBeGreaterThan(0)
    expect(running.every(({isLive}) => isLive)).toBe(true)
    expect(shown.filter(({isLive}) => isLive)).toEqual(running)
    await expect.poll(() => page.locator('.on-live .tag-live:visible').count()).toBe(running.length)
    expect(shown.filter(({start, end}) => start.endsWith('Z') && end <= at)).toEqual([])
    expect(errors).toEqual([])
  })

  test.each([
    {later: 'three days', at: '2026-11-29T12:00:00Z', today: '29'},
    {later: 'forty days', at: '2027-01-05T12:00:00Z', today: '5'},
  ])('$later later, the list and the week begin at that day', async ({at, today}) => {
    const {page, errors} = await open(meetings, at)
    const shown = await rows(page)
    expect(shown.length).toBeGreaterThan(5)
    expect(shown.filter(({start, end}) => start.endsWith('Z') && end <= at)).toEqual([])
    const starts = shown.map(({start}) => start).filter((start) => start.endsWith('Z'))
    expect(starts.toSorted()).toEqual(starts)
    expect(await page.locator('.week .week-date').first().textContent()).toBe(today)
    const next = await page
      .locator('.brief-next:visible time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
    expect(next.length).toBeGreaterThan(5)
    expect(next.filter((start) => start < at.slice(0, 10))).toEqual([])
    expect(errors).toEqual([])
  })

  test('without a script, the page says when it was built, and offers nothing that needs one', async () => {
    const {page} = await open(meetings, built, {javaScriptEnabled: false})
    expect(await page.locator('.as-built').textContent()).toMatch(/26 November 2026/)
    expect(await page.locator('form:visible').count()).toBe(0)
    expect((await rows(page)).length).toBeGreaterThan(5)
  })

  test('a filter chooses among the dates of the page, and a link removes it', async () => {
    const {page} = await open(`${meetings}?group=ospo-book`, built)
    const shown = await rows(page)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.every(({text}) => text.includes('OSPO Book'))).toBe(true)
    await page.locator('.chip').click()
    await expect.poll(async () => (await rows(page)).length).toBeGreaterThan(shown.length)
    await page.locator('.filters summary').click()
    await page.locator('.filters select[name="group"]').selectOption('ospo-book')
    await expect.poll(async () => (await rows(page)).length).toBe(shown.length)
  })

  test('the search finds sessions in the file of the site', async () => {
    const {page, errors} = await open(`${meetings}search/?q=security`, built)
    const results = page.locator('.results li')
    await expect.poll(() => results.count()).toBeGreaterThan(0)
    await results.first().locator('a').click()
    await page.waitForURL((url) => !url.pathname.includes('/search/'))
    expect(await page.locator('h1').count()).toBe(1)
    expect(errors).toEqual([])
  })

  test('the calendar opens with the month of the visitor, and marks their day', async () => {
    const {page, errors} = await open(`${meetings}calendar/`, '2027-01-05T12:00:00Z')
    await page.waitForURL('**/calendar/2027-01/')
    await expect.poll(() => page.locator('.month td.today').count()).toBe(1)
    expect(errors).toEqual([])
  })

  test('a zone in the menu rewrites the times of the list', async () => {
    const {page} = await open(meetings, built)
    const clocks = () => page.locator('.on:visible .when-clock').allTextContents()
    const before = await clocks()
    await page.locator('.zone select').selectOption('Asia/Tokyo')
    await expect.poll(clocks).not.toEqual(before)
  })
})

test(
  'a community with two languages builds as well, and each link leads to a file',
  async () => {
    await using site = await buildSample('lantern', 'https://example.org')
    expect(brokenLinks(site)).toEqual([])
    expect(existsSync(join(site.folder, 'es/community/meetings/index.html'))).toBe(true)
    expect(existsSync(join(site.folder, 'es/api/calendar.ics'))).toBe(true)
  },
  buildTime,
)
