import AxeBuilder from '@axe-core/playwright'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {createHandler} from '../../loaders/adapters/http/index.ts'
import {chromiumPath, launchChromium} from '../support/chromium.ts'
import {pageServer} from '../support/pageServer.ts'
import {sampleLoader} from '../support/sampleLoader.ts'
import {bundleElements, pageStyles, plainPage, typed} from './support/elementPages.ts'

const asOf = '2024-03-20T10:00:00Z'
const fallback = '<p>The next touchpoint is on 28 March 2024.</p>'

let browser: Browser
let context: BrowserContext
let page: Page
let server: Awaited<ReturnType<typeof pageServer>>
/** Makes the server answer with errors. */
let broken = false

if (!chromiumPath)
  console.log('Skipping the browser tests of the elements, because Chromium is not installed.')

describe.skipIf(!chromiumPath)('the custom elements on a plain page', () => {
  beforeAll(async () => {
    const script = await bundleElements()
    const calendar = createHandler({
      loader: sampleLoader({documents: [todaysTalk], settings: {now: () => new Date(asOf)}}),
      siteUrl: 'https://community.example',
      basePath: '/calendar',
    })
    server = await pageServer((request) => {
      const {pathname, searchParams} = new URL(request.url)
      if (pathname === '/element.js') return typed(script, 'text/javascript')
      if (pathname === '/page.css') return typed(pageStyles, 'text/css')
      if (pathname === '/') return typed(plainPage(searchParams.get('body') ?? ''), 'text/html')
      return broken ? new Response('no', {status: 500}) : calendar(request)
    })
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  beforeEach(async () => {
    broken = false
    context = await browser.newContext({timezoneId: 'Asia/Kolkata', locale: 'en-GB'})
    page = await context.newPage()
    await page.clock.install({time: asOf})
  })

  afterEach(async () => {
    await context.close()
  })

  const open = (body: string) => page.goto(`${server.origin}/?body=${encodeURIComponent(body)}`)
  const calendar =
    '<touchpoints-calendar src="/calendar/events.json">fallback</touchpoints-calendar>'
  const next = `<touchpoints-next src="/calendar/events.json">${fallback}</touchpoints-next>`

  test('the agenda shows the visitor’s time zone first, and another one after a choice', async () => {
    await open(calendar)
    const event = page.locator('[data-event="touchpoint-2024-03-28"]')
    await event.waitFor()
    expect(await event.locator('time').innerText()).toMatch(/18:30\s*[–-]\s*19:30/)
    expect(await event.innerText()).toContain('Dana Wang (OpenSSF)')
    await page.getByLabel('Time zone').selectOption('Europe/Madrid')
    expect(await event.locator('time').innerText()).toMatch(/14:00\s*[–-]\s*15:00/)
    expect(await event.locator('time').getAttribute('datetime')).toBe('2024-03-28T13:00:00Z')
  })

  test('hiding a calendar in the legend hides its events, also by keyboard', async () => {
    await open(calendar)
    const events = page.locator('[data-event]')
    await events.first().waitFor()
    const before = await events.count()
    const box = page.getByRole('checkbox', {name: /TODO Group/})
    await box.focus()
    await page.keyboard.press('Space')
    expect(await events.count()).toBeLessThan(before)
    // The focus stays in place, although the list was rendered again.
    expect(await focusedKey()).toBe('show calendar-todo')
    await page.keyboard.press('Space')
    expect(await events.count()).toBe(before)
  })

  test('the month is one Tab stop, and keys move by day, week and month', async () => {
    await open(calendar)
    await page.getByRole('button', {name: 'Month', exact: true}).click()
    const day = page.locator('[data-date="2024-03-20"]')
    expect(await day.getAttribute('tabindex')).toBe('0')
    expect(await page.locator('td[tabindex="0"]').count()).toBe(1)
    await day.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await focusedKey()).toBe('day 2024-03-28')
    await page.locator('.selected [data-event="touchpoint-2024-03-28"]').waitFor()
    await page.keyboard.press('PageDown')
    // The same day, and the last one of a month that is shorter (ARIA date grid).
    expect(await focusedKey()).toBe('day 2024-04-28')
    expect(await page.locator('h3').first().innerText()).toBe('April 2024')
  })

  test('the next event becomes live and then gives way to the one after it, without a rebuild', async () => {
    await open(next)
    const element = page.locator('touchpoints-next')
    await element.getByText('Talk of today').waitFor()
    expect(await element.getByText('Live now').count()).toBe(0)
    expect(await element.getByRole('link', {name: 'Join'}).count()).toBe(0)
    await page.clock.runFor('01:50:00')
    expect(await element.getByRole('link', {name: 'Join'}).count()).toBe(1)
    await page.clock.runFor('10:01')
    await element.getByText('Live now').waitFor()
    await page.clock.runFor('01:00:00')
    await element.getByText('Security Management').waitFor()
    expect(await element.getByText('Live now').count()).toBe(0)
  })

  test('after sleeping through a meeting, a laptop shows the next one as soon as it wakes', async () => {
    await open(next)
    const element = page.locator('touchpoints-next')
    await element.getByText('Talk of today').waitFor()
    // Timers do not fire during sleep: the clock jumps, then the page becomes visible.
    await page.clock.setSystemTime('2024-03-21T09:00:00Z')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await element.getByText('Security Management').waitFor()
    expect(await element.getByText('Talk of today').count()).toBe(0)
  })

  test('the server’s content stays until the events arrive, and also if they never arrive', async () => {
    broken = true
    await open(next)
    await page.waitForLoadState('networkidle')
    expect(await page.getByText('The next touchpoint is on 28 March 2024.').isVisible()).toBe(true)
    broken = false
    await page.clock.runFor('05:01')
    await page.locator('touchpoints-next').getByText('Talk of today').waitFor()
    expect(await page.getByText('The next touchpoint is on 28 March 2024.').isVisible()).toBe(false)
  })

  test('the words and the direction follow the closest lang, and the arrow keys the direction', async () => {
    await open(`<main lang="ar"><h1>اجتماعات</h1><h2>الكل</h2>${calendar}</main>`)
    const content = page.locator('touchpoints-calendar .content')
    await page.getByRole('button', {name: 'شهر', exact: true}).click()
    expect(await content.getAttribute('dir')).toBe('rtl')
    expect(await page.locator('h3').first().innerText()).toBe('مارس 2024')
    await page.locator('[data-date="2024-03-20"]').focus()
    await page.keyboard.press('ArrowLeft')
    expect(await focusedKey()).toBe('day 2024-03-21')
    expect(await violations()).toEqual([])
  })

  test('a language without a catalog has English words and its own dates', async () => {
    await open(calendar.replace('<touchpoints-calendar', '<touchpoints-calendar lang="pt"'))
    await page.getByRole('button', {name: 'Month', exact: true}).click()
    expect(await page.locator('h3').first().innerText()).toBe('março de 2024')
  })

  test('a title with markup is shown as text, so that no script runs', async () => {
    await open(calendar)
    await page.locator('[data-event]').first().waitFor()
    expect(await page.evaluate(() => Reflect.get(globalThis, 'planted'))).toBeUndefined()
    expect(await page.getByText('<img src=x onerror="planted=1">').count()).toBeGreaterThan(0)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
  })

  test.each(['light', 'dark'] as const)(
    'axe reports no violations in either view, in %s mode',
    async (scheme) => {
      await page.emulateMedia({colorScheme: scheme})
      await open(`<main><h1>Meetings</h1><h2>Next</h2>${next}<h2>All</h2>${calendar}</main>`)
      await page.locator('touchpoints-calendar [data-event]').first().waitFor()
      expect(await violations()).toEqual([])
      await page.getByRole('button', {name: 'Month', exact: true}).click()
      expect(await violations()).toEqual([])
      if (process.env['TOUCHPOINTS_SCREENSHOTS']) {
        const folder = process.env['TOUCHPOINTS_SCREENSHOTS']
        await page.screenshot({path: `${folder}/element-month-${scheme}.png`, fullPage: true})
        await page.setViewportSize({width: 390, height: 844})
        await page.screenshot({path: `${folder}/element-narrow-${scheme}.png`, fullPage: true})
        await page.getByRole('button', {name: 'List', exact: true}).click()
        await page.setViewportSize({width: 1000, height: 900})
        await page.screenshot({path: `${folder}/element-agenda-${scheme}.png`})
      }
    },
  )

  test('a phone’s width needs no horizontal scrolling', async () => {
    await page.setViewportSize({width: 360, height: 740})
    await open(calendar)
    await page.getByRole('button', {name: 'Month', exact: true}).click()
    const [scroll, client] = await page.evaluate(() => {
      const {scrollWidth, clientWidth} = document.documentElement
      return [scrollWidth, clientWidth]
    })
    expect(scroll).toBeLessThanOrEqual(client)
  })

  async function violations() {
    const {violations} = await new AxeBuilder({page}).analyze()
    return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)
  }

  function focusedKey() {
    return page.evaluate(() => {
      const host = document.activeElement
      return host?.shadowRoot?.activeElement?.getAttribute('data-key')
    })
  }
})

const todaysTalk = {
  _id: 'touchpoint-today',
  _type: 'touchpoint',
  title: 'Talk of today <img src=x onerror="planted=1">',
  slug: {_type: 'slug', current: 'talk-of-today'},
  series: {_type: 'reference', _ref: 'series-thursday-touchpoints'},
  schedule: {start: '2024-03-20T12:00:00Z', timeZone: 'Europe/Madrid', minutes: 60},
  status: 'confirmed',
  audience: 'everyone',
  links: {join: 'https://meet.example/today'},
}
