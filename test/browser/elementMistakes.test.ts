import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {publishedEvent} from '../loaders/feeds/publishedEvents.ts'
import {chromiumPath, launchChromium} from '../support/chromium.ts'
import {elementServer} from './support/elementPages.ts'

const asOf = '2024-03-20T10:00:00Z'
const meetings = {version: 1, title: 'Meetings', calendars: [], events: [publishedEvent()]}

let browser: Browser
let context: BrowserContext
let page: Page
let server: Awaited<ReturnType<typeof elementServer>>

if (!chromiumPath)
  console.log('Skipping the browser tests of mistakes, because Chromium is not installed.')

describe.skipIf(!chromiumPath)('mistakes of the author of a page', () => {
  beforeAll(async () => {
    server = await elementServer(meetings)
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  beforeEach(async () => {
    context = await browser.newContext({timezoneId: 'Europe/Madrid', locale: 'en-GB'})
    page = await context.newPage()
    await page.clock.install({time: asOf})
  })

  afterEach(async () => {
    await context.close()
  })

  const calendar = (attributes = '') =>
    `<touchpoints-calendar src="/events.json" ${attributes}></touchpoints-calendar>`

  async function open(body: string) {
    await page.goto(`${server.origin}/?body=${encodeURIComponent(body)}`)
    await page.locator('touchpoints-calendar .toolbar').waitFor()
  }

  test('a mistake of the author is one warning, and the default is shown', async () => {
    const warned: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'warning') warned.push(message.text())
    })
    page.on('pageerror', ({message}) => warned.push(`thrown: ${message}`))
    await open(calendar('view="weak" days="-5" time-zone="Mars/Base" locale="x y"'))
    await page.clock.runFor('05:01')
    expect(warned.filter((text) => text.startsWith('<touchpoints'))).toEqual(
      ['view="weak"', 'days="-5"', 'time-zone="Mars/Base"', 'locale="x y"'].map((each): unknown =>
        expect.stringContaining(`<touchpoints-calendar>: ${each}`),
      ),
    )
    expect(await page.locator('[data-event]').count()).toBe(1)
    for (const [element, part] of [
      ['<touchpoints-calendar src="http://["></touchpoints-calendar>', 'src="http://["'],
      ['<touchpoints-calendar></touchpoints-calendar>', 'src is missing'],
      ['<touchpoints-calendar src="/page"></touchpoints-calendar>', 'not JSON'],
      ['<touchpoints-next src="/events.json" series="x"></touchpoints-next>', 'series="x"'],
    ] as const) {
      warned.length = 0
      await page.goto(`${server.origin}/?body=${encodeURIComponent(element)}`)
      await expect.poll(() => warned).toEqual([expect.stringContaining(part)])
    }
  })

  test('an answer that is not a calendar is not blamed on the connection', async () => {
    await page.goto(
      `${server.origin}/?body=${encodeURIComponent(calendar().replace('/events.json', '/page'))}`,
    )
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').innerText()).toBe('Calendars: currently unavailable')
  })
})
