import AxeBuilder from '@axe-core/playwright'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {agendaHtml} from '../../elements/html.ts'
import {supportedLanguages} from '../../words/plain/index.ts'
import {chromiumPath, launchChromium} from '../support/chromium.ts'
import {meeting, meetings} from './support/weekOfMeetings.ts'
import {elementServer} from './support/elementPages.ts'

const asOf = '2024-03-20T10:00:00Z'
const folder = process.env['TOUCHPOINTS_SCREENSHOTS']

let browser: Browser
let context: BrowserContext
let page: Page
let server: Awaited<ReturnType<typeof elementServer>>

if (!chromiumPath)
  console.log('Skipping the browser tests of the views, because Chromium is not installed.')

describe.skipIf(!chromiumPath)('the views of the calendar element', () => {
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

  const calendar = (attributes = '', content = '') =>
    `<touchpoints-calendar src="/events.json" ${attributes}>${content}</touchpoints-calendar>`

  async function open(body: string) {
    await page.goto(`${server.origin}/?body=${encodeURIComponent(body)}`)
    await page.locator('touchpoints-calendar .toolbar').waitFor()
  }

  const cell = (date: string) => page.locator(`[data-date="${date}"]`)
  const textOf = async (date: string) =>
    (await cell(date).locator('.mark').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))

  test('the list has one line an event', async () => {
    await open(calendar('view="list"'))
    const lines = await page.locator('.list > li').allInnerTexts()
    expect(lines.map((text) => text.split('\n')[0])).toEqual([
      expect.stringMatching(/^Wed,? 20 Mar, 10:30$/),
      expect.stringMatching(/^Wed,? 20 Mar, 11:30$/),
      expect.stringMatching(/^Thu,? 21 (?:Mar )?– Fri,? 22 Mar$/),
      expect.stringMatching(/^Fri,? 22 Mar, 22:00$/),
      expect.stringMatching(/^Sun,? 24 Mar, 14:00$/),
      expect.stringMatching(/^Sun,? 31 Mar, 0?1:30$/),
    ])
    const heights = await page
      .locator('.list > li')
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height))
    expect(Math.max(...heights)).toBeLessThan(45)
  })

  test('the week has all days with their times, also what lasts days or passes midnight', async () => {
    await open(calendar('view="week"'))
    expect(await page.locator('h3').first().innerText()).toMatch(/^18\s*–\s*24 March 2024$/)
    expect(await page.locator('[role=gridcell]').count()).toBe(7)
    expect(await textOf('2024-03-20')).toEqual([
      expect.stringMatching(/^10:30\s*–\s*12:00 Open office hour \(Live now\)$/),
      expect.stringMatching(/^11:30\s*–\s*13:00 Security review$/),
    ])
    expect(await textOf('2024-03-21')).toEqual(['All day Community summit'])
    expect(await textOf('2024-03-22')).toEqual(['All day Community summit', '22:00 – Hack night'])
    expect(await textOf('2024-03-23')).toEqual([expect.stringMatching(/^– 0?2:30 Hack night$/)])
  })

  test('events that overlap are below each other, so that both can be read', async () => {
    await open(calendar('view="week"'))
    const marks = cell('2024-03-20').locator('.mark')
    const [first, second] = await marks.evaluateAll((all) =>
      all.map((mark) => mark.getBoundingClientRect()).map(({top, bottom}) => ({top, bottom})),
    )
    expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? Infinity)
  })

  test('on a day of 23 or 25 hours, a time that is unclear has its zone', async () => {
    await open(calendar('view="week"'))
    await page.getByRole('button', {name: 'Next week'}).click()
    expect(await textOf('2024-03-31')).toEqual([
      expect.stringMatching(/^0?1:30 CET – 0?3:30 CEST Before dawn$/),
    ])
    await cell('2024-03-27').focus()
    for (let month = 0; month < 31; month++) await page.keyboard.press('PageDown')
    expect(await textOf('2024-10-27')).toEqual([])
    await page.keyboard.press('PageUp')
    expect(await textOf('2024-10-27')).toEqual([
      expect.stringMatching(/^0?2:30 CEST – 0?2:30 CET Twice at half past two$/),
    ])
  })

  test('keys move in the week by day, to its ends, and by week', async () => {
    await open(calendar('view="week"'))
    await cell('2024-03-20').focus()
    const presses = [
      ['ArrowRight', '2024-03-21'],
      ['ArrowDown', '2024-03-22'],
      ['ArrowUp', '2024-03-21'],
      ['Home', '2024-03-18'],
      ['ArrowLeft', '2024-03-17'],
      ['End', '2024-03-17'],
      ['PageDown', '2024-03-24'],
      ['PageUp', '2024-03-17'],
      ['Shift+PageDown', '2025-03-17'],
    ] as const
    for (const [key, date] of presses) {
      await page.keyboard.press(key)
      expect([key, await focusedKey()]).toEqual([key, `day ${date}`])
    }
    expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1)
  })

  test('Page Down keeps the day of the month, or takes the last one', async () => {
    await open(calendar('view="month"'))
    await page.getByRole('button', {name: 'Previous month'}).click()
    await page.getByRole('button', {name: 'Previous month'}).click()
    await cell('2024-01-31').click()
    await cell('2024-01-31').focus()
    await page.keyboard.press('PageDown')
    expect(await focusedKey()).toBe('day 2024-02-29')
  })

  test('the views are one Tab stop, and arrows move between them', async () => {
    await open(calendar())
    const button = (name: string) => page.getByRole('button', {name, exact: true})
    await button('List').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await focusedKey()).toBe('view week')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    expect(await focusedKey()).toBe('view agenda')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    expect(await button('Month').getAttribute('aria-pressed')).toBe('true')
    expect(await focusedKey()).toBe('view month')
    await page.keyboard.press('Tab')
    expect(await focusedKey()).toBe('zone')
  })

  test('values that a community added are shown in the order of the attribute, as text', async () => {
    await open(calendar('extra="level venue seats tags raw toString"'))
    const event = page.locator('[data-event="overlap"]')
    expect(await event.locator('[data-extra]').allInnerTexts()).toEqual([
      'beginner',
      'Town hall <b>2</b>',
      '40',
      'a, b',
    ])
    expect(await event.locator('[part~="extra-venue"]').count()).toBe(1)
  })

  test.each(supportedLanguages)(
    'the agenda of a server is the one of the element: %s',
    async (language) => {
      const options = {language, timeZone: 'Asia/Tokyo', now: new Date(asOf), extra: ['venue']}
      const html = agendaHtml(meetings, {...options, src: `${server.origin}/events.json`})
      await open(calendar(`locale="${language}" time-zone="Asia/Tokyo" extra="venue"`, html))
      const [fallback, shown] = await page.locator('touchpoints-calendar').evaluate((element) =>
        [element, element.shadowRoot].map((root) =>
          [...(root?.querySelectorAll('section') ?? [])].map((section) => ({
            // Releases of ICU differ in the kinds of spaces.
            text: section.textContent?.replaceAll(/\s+/g, ' '),
            links: [...section.querySelectorAll('a')].map(({href}) => href),
            events: [...section.querySelectorAll('[data-event]')].map((each) => each.tagName),
          })),
        ),
      )
      expect(fallback).toHaveLength(5)
      expect(fallback).toEqual(shown)
    },
  )

  test('the agenda of a server shows without JavaScript', async () => {
    const options = {language: 'en', timeZone: 'Europe/Madrid', now: new Date(asOf)}
    const plain = await browser.newContext({javaScriptEnabled: false})
    const silent = await plain.newPage()
    const body = calendar('', agendaHtml(meetings, options))
    await silent.goto(`${server.origin}/?body=${encodeURIComponent(body)}`)
    expect(await silent.getByText('Security review').isVisible()).toBe(true)
    expect(await silent.getByText('Called off <img src=x>').isVisible()).toBe(true)
    await plain.close()
  })

  test('with forced colors, the selected view and day and today differ from the others', async () => {
    await page.emulateMedia({forcedColors: 'active'})
    await open(calendar('view="month"'))
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
    const pressed = await style('[aria-pressed=true]', 'background-color')
    expect(pressed).not.toBe(await style('[aria-pressed=false]', 'background-color'))
    expect(await style('[aria-selected=true]', 'outline-style')).toBe('solid')
    expect(await style('[aria-selected=false]', 'outline-style')).toBe('none')
    expect(await style('[aria-current=date] .number', 'outline-style')).toBe('solid')
    expect(await style('.mark', 'border-inline-start-color')).not.toBe('rgb(0, 0, 0)')
  })

  test('a refresh keeps the focus on every link, and moves it on when the link is gone', async () => {
    const saved = meetings.events
    await open(calendar())
    const join = page.locator('[data-event="today"] a')
    await join.focus()
    await page.clock.runFor('05:01')
    expect(await focusedKey()).toBe('join today')
    meetings.events = saved.map((each) => ({...each, title: `${each.title} 2`}))
    await page.clock.runFor('05:01')
    await page.getByText('Hack night 2').waitFor()
    expect(await focusedKey()).toBe('join today')
    meetings.events = saved.filter(({id}) => id !== 'today')
    await page.clock.runFor('05:01')
    await expect.poll(() => page.locator('[data-event="today"]').count()).toBe(0)
    expect(await focusedKey()).not.toBeNull()
    meetings.events = saved
  })

  test('the agenda of a selected day has the heading of this day', async () => {
    await open(calendar('view="month"'))
    await cell('2024-03-23').click()
    const day = page.locator('.selected')
    expect(await day.locator('h3').allInnerTexts()).toEqual([
      expect.stringMatching(/^Saturday,? 23 March 2024$/),
    ])
    expect(await day.locator('[data-event="night"] time').innerText()).toMatch(
      /^Fri,? 22 Mar.* 22:00 – Sat,? 23 Mar.* 02:30$/,
    )
  })

  test('all events in progress are shown, and the next one below them', async () => {
    const saved = meetings.events
    const more = ['one', 'two'].map((id) =>
      meeting(id, id, '2024-03-20T09:00:00Z', '2024-03-20T12:00:00Z'),
    )
    const allDay = meeting('day', 'day', '2024-03-20', '2024-03-21', {allDay: true})
    meetings.events = [...saved, ...more, allDay]
    const element = '<touchpoints-next src="/events.json"></touchpoints-next>'
    await page.goto(`${server.origin}/?body=${encodeURIComponent(element)}`)
    await page.locator('touchpoints-next .card').first().waitFor()
    meetings.events = saved
    const ids = await page
      .locator('touchpoints-next .card')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-event')))
    expect(ids).toEqual(['today', 'one', 'two', 'day', 'overlap'])
    expect(await page.getByText('Live now').count()).toBe(4)
  })

  test('with forced colors, the texts of a mark have the color of text', async () => {
    await page.emulateMedia({forcedColors: 'active', colorScheme: 'dark'})
    await open(calendar('view="week"'))
    const [own, times] = await page
      .locator('.mark')
      .first()
      .evaluate((mark) =>
        [mark, mark.querySelector('.times') ?? mark].map((each) => getComputedStyle(each).color),
      )
    expect(times).toBe(own)
  })

  test('at 320 px with text of twice the size, no word is broken into letters', async () => {
    await page.setViewportSize({width: 320, height: 740})
    for (const view of ['agenda', 'list', 'week', 'month']) {
      await open(calendar(`view="${view}"`))
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      if (folder) await page.screenshot({path: `${folder}/large-${view}.png`, fullPage: true})
      const broken = await page.locator('touchpoints-calendar').evaluate((element) => {
        const root = element.shadowRoot
        if (!root) return ['no root']
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        const words: string[] = []
        while (walker.nextNode()) {
          const node = walker.currentNode
          if (node.parentElement?.closest('option')) continue
          for (const match of (node.textContent ?? '').matchAll(/\p{L}{2,}/gu)) {
            const range = document.createRange()
            range.setStart(node, match.index)
            range.setEnd(node, match.index + match[0].length)
            const lines = new Set([...range.getClientRects()].map(({top}) => Math.round(top)))
            if (lines.size > 1) words.push(match[0])
          }
        }
        return words
      })
      expect([view, broken]).toEqual([view, []])
    }
  })

  test('nothing moves, so that there is nothing to reduce', async () => {
    await open(calendar('view="week"'))
    const moving = await page.locator('touchpoints-calendar').evaluate(
      (element) =>
        [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter((each) => {
          const {transitionDuration, animationName} = getComputedStyle(each)
          return transitionDuration !== '0s' || animationName !== 'none'
        }).length,
    )
    expect(moving).toBe(0)
  })

  test.each([
    ['320 px', 320, '100%'],
    ['320 px with text of twice the size', 320, '200%'],
    ['1280 px at 200 %', 640, '100%'],
  ])('at %s, no view needs horizontal scrolling', async (_, width, size) => {
    await page.setViewportSize({width, height: 740})
    await open(calendar())
    await page.evaluate((value) => (document.documentElement.style.fontSize = value), size)
    for (const view of ['agenda', 'list', 'week', 'month'] as const) {
      await page.locator('touchpoints-calendar').evaluate((element, value) => {
        if ('view' in element) element.view = value
      }, view)
      const over = await page.evaluate(() => {
        const {scrollWidth, clientWidth} = document.documentElement
        return scrollWidth - clientWidth
      })
      expect([view, over]).toEqual([view, 0])
    }
  })

  test.each(['agenda', 'list', 'week', 'month'] as const)(
    'axe reports no violations in the view %s, in Arabic too',
    async (view) => {
      for (const language of ['en', 'ar'] as const) {
        const element = calendar(`view="${view}" lang="${language}"`)
        await open(`<main><h1>Meetings</h1><h2>All</h2>${element}</main>`)
        const {violations} = await new AxeBuilder({page}).analyze()
        expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      }
    },
  )

  test.runIf(folder)('screenshots', async () => {
    for (const view of ['agenda', 'list', 'week', 'month']) {
      for (const [name, width, language, media] of [
        ['wide', 1000, 'en', {colorScheme: 'light'}],
        ['dark', 1000, 'de', {colorScheme: 'dark'}],
        ['narrow', 360, 'en', {colorScheme: 'light'}],
        ['forced', 800, 'en', {colorScheme: 'dark', forcedColors: 'active'}],
        ['ar', 800, 'ar', {colorScheme: 'light'}],
        ['ja', 360, 'ja', {colorScheme: 'dark'}],
      ] as const) {
        await page.emulateMedia({forcedColors: 'none', ...media})
        await page.setViewportSize({width, height: 700})
        await open(calendar(`view="${view}" lang="${language}" extra="venue level"`))
        const image = await page.screenshot({path: `${folder}/${view}-${name}.png`, fullPage: true})
        expect(image.length).toBeGreaterThan(0)
      }
    }
  })

  function focusedKey() {
    return page.evaluate(() => {
      const host = document.activeElement
      return host?.shadowRoot?.activeElement?.getAttribute('data-key')
    })
  }
})
