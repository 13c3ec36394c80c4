import {resolve} from 'node:path'
import {build} from 'esbuild'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {createHandler} from '../../loaders/adapters/http/index.ts'
import {chromiumPath, launchChromium} from '../support/chromium.ts'
import {pageServer} from '../support/pageServer.ts'
import {sampleLoader} from '../support/sampleLoader.ts'
import {bundleElements, plainPage, typed} from './support/elementPages.ts'

const asOf = '2024-03-20T10:00:00Z'
const meeting = '[data-event="touchpoint-2024-03-28"]'

let browser: Browser
let context: BrowserContext
let page: Page
let errors: string[]
/** The site of the community. */
let community: Awaited<ReturnType<typeof pageServer>>
/** A site that shows the calendar. */
let other: Awaited<ReturnType<typeof pageServer>>

if (!chromiumPath)
  console.log('Skipping the browser tests of embedding, because Chromium is not installed.')

describe.skipIf(!chromiumPath)('the calendar on another site', () => {
  beforeAll(async () => {
    const [script, embed, program] = await Promise.all([
      bundleElements(),
      bundleElements('embed.ts', 'iife'),
      frameworks(),
    ])
    const handler = createHandler({
      loader: sampleLoader({settings: {now: () => new Date(asOf)}}),
      siteUrl: 'https://community.example',
      basePath: '/api',
      embed: {script: '/element.js'},
    })
    community = await pageServer((request) => {
      const {pathname} = new URL(request.url)
      if (pathname === '/element.js') return typed(script, 'text/javascript')
      if (pathname === '/embed.js') return typed(embed, 'text/javascript')
      return handler(request)
    })
    other = await pageServer((request) => {
      const {pathname, searchParams} = new URL(request.url)
      if (pathname === '/element.js') return typed(script, 'text/javascript')
      if (pathname === '/frameworks.js') return typed(program, 'text/javascript')
      if (pathname === '/events.json')
        return handler(new Request(`https://a.example/api/events.json`))
      if (pathname === '/plain') {
        const body = searchParams.get('body') ?? ''
        const html = `<!doctype html><html lang="en"><title>Other</title><body>${body}</body></html>`
        return new Response(html, {headers: {'content-type': 'text/html; charset=utf-8'}})
      }
      return typed(plainPage(searchParams.get('body') ?? ''), 'text/html')
    })
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser?.close()
    await community?.close()
    await other?.close()
  })

  beforeEach(async () => {
    context = await browser.newContext({timezoneId: 'Europe/Madrid', locale: 'en-GB'})
    page = await context.newPage()
    errors = []
    page.on('pageerror', ({message}) => errors.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.clock.install({time: asOf})
  })

  afterEach(async () => {
    await context.close()
  })

  const open = (body: string) => page.goto(`${other.origin}/plain?body=${encodeURIComponent(body)}`)
  const script = (attributes = '') =>
    `<p>Before</p><script src="${community.origin}/embed.js" ${attributes}></script><p>After</p>`

  test('one script tag inserts the calendar where it is', async () => {
    await open(script('data-src="/api/events.json" data-view="list" data-lang="de" data-days="90"'))
    await page.locator(meeting).waitFor()
    const tags = await page
      .locator('body > *')
      .evaluateAll((all) => all.map(({localName}) => localName))
    expect(tags).toEqual(['p', 'script', 'touchpoints-calendar', 'p'])
    expect(
      await page.getByRole('button', {name: 'Kompakte Liste'}).getAttribute('aria-pressed'),
    ).toBe('true')
    expect(errors).toEqual([])
  })

  test('the script inserts the next event, also with async', async () => {
    await open(
      script(
        'async data-element="next" data-src="/api/events.json" data-series="thursday-touchpoints"',
      ),
    )
    await page.locator('touchpoints-next .title').waitFor()
    expect(errors).toEqual([])
  })

  test('an attribute that is not valid is left out, and the console says which', async () => {
    const wrong = 'data-view="weak" data-onclick="alert(1)" data-days="x" data-series="a"'
    await open(script(`data-src="/api/events.json" ${wrong}`))
    await page.locator(meeting).waitFor()
    const names = await page
      .locator('touchpoints-calendar')
      .evaluate((element) => element.getAttributeNames())
    expect(names).toEqual(['src'])
    expect(errors).toEqual(
      ['view="weak"', 'onclick="alert(1)"', 'days="x"', 'series="a"'].map((each) =>
        expect.stringContaining(`data-${each} is left out.`),
      ),
    )
  })

  test('a language or an address that is not valid is left out, too', async () => {
    await open(script('data-src="javascript:alert(1)" data-locale="x y"'))
    await expect.poll(() => errors.length).toBeGreaterThan(1)
    expect(errors.slice(0, 2)).toEqual([
      expect.stringContaining('data-src="javascript:alert(1)" is left out.'),
      expect.stringContaining('data-locale="x y" is left out.'),
    ])
    const element = page.locator('touchpoints-calendar')
    expect(await element.getAttribute('src')).toBe(`${community.origin}/events.json`)
  })

  test('a script in the head says where it belongs', async () => {
    await page.goto(`${other.origin}/plain?body=`)
    await page.evaluate((src) => {
      const element = document.createElement('script')
      Object.assign(element, {src})
      document.head.append(element)
    }, `${community.origin}/embed.js`)
    await expect.poll(() => errors).toEqual([expect.stringContaining('into the body')])
  })

  test('a frame shows the calendar under its policy, and links open outside of it', async () => {
    const src = `${community.origin}/api/embed.html?view=agenda&amp;lang=es`
    await open(`<iframe src="${src}" title="Meetings" width="640" height="600"></iframe>`)
    const frame = page.frameLocator('iframe')
    await frame.locator(meeting).waitFor()
    expect(await frame.getByRole('button', {name: 'Semana'}).count()).toBe(1)
    expect(await frame.locator('html').getAttribute('lang')).toBe('es')
    const link = frame.locator(`${meeting} a`).first()
    const [popup] = await Promise.all([context.waitForEvent('page'), link.click()])
    expect(popup.url()).not.toContain('embed.html')
    expect(errors.filter((text) => !text.includes('ERR_NAME_NOT_RESOLVED'))).toEqual([])
  })

  test('the page of a frame has a link without JavaScript', async () => {
    const plain = await browser.newContext({javaScriptEnabled: false})
    const silent = await plain.newPage()
    await silent.goto(`${community.origin}/api/embed.html`)
    expect(await silent.getByRole('link').getAttribute('href')).toBe('https://community.example')
    await plain.close()
  })

  test('no other address of the handler can run a script in a frame', async () => {
    const response = await page.goto(`${community.origin}/api/embed.html?view=%3Cscript%3E`)
    expect(response?.status()).toBe(400)
    expect(await page.locator('script').count()).toBe(0)
  })

  test.each(['react', 'preact', 'vue', 'early'])(
    'attributes reach the element, so that it needs no component: %s',
    async (name) => {
      await page.goto(`${other.origin}/?body=${encodeURIComponent('<div id="root"></div>')}`)
      // Vue and a page may set properties before the element is defined.
      await page.addScriptTag({url: `/frameworks.js?${name}`, type: 'module'})
      await page.evaluate((each) => Reflect.get(globalThis, 'show')(each, 'Europe/Madrid'), name)
      const element = page.locator('#root touchpoints-next')
      await element.locator('.title').waitFor()
      const attributes = () =>
        element.evaluate((each) =>
          Object.fromEntries([...each.attributes].map(({name: key, value}) => [key, value])),
        )
      expect(await attributes()).toMatchObject({
        src: '/events.json',
        series: 'thursday-touchpoints',
        'time-zone': 'Europe/Madrid',
        'include-feeds': expect.any(String),
      })
      await page.evaluate((each) => Reflect.get(globalThis, 'show')(each, 'Asia/Tokyo'), name)
      await expect.poll(attributes).toMatchObject({'time-zone': 'Asia/Tokyo'})
      const includesFeeds = await element.evaluate((each) => Reflect.get(each, 'includeFeeds'))
      expect(includesFeeds).toBe(false)
      expect(errors).toEqual([])
    },
  )
})

/** Bundles a program that renders `<touchpoints-next>` with a framework. */
async function frameworks(): Promise<string> {
  const contents = `
    import {createElement} from 'react'
    import {flushSync} from 'react-dom'
    import {createRoot} from 'react-dom/client'
    import {h as preactH, render as preactRender} from 'preact'
    import {h as vueH, render as vueRender} from 'vue'

    const tag = 'touchpoints-next'
    const root = document.getElementById('root')
    const attributes = (zone) => ({
      src: '/events.json',
      series: 'thursday-touchpoints',
      'time-zone': zone,
      'include-feeds': zone === 'Europe/Madrid',
    })
    let reactRoot
    globalThis.show = (name, zone) => {
      if (name === 'react') {
        reactRoot ??= createRoot(root)
        flushSync(() => reactRoot.render(createElement(tag, attributes(zone))))
      }
      if (name === 'preact') preactRender(preactH(tag, attributes(zone)), root)
      if (name === 'vue') vueRender(vueH(tag, attributes(zone)), root)
      if (name === 'early') {
        // As Solid does, with an element that is not defined yet.
        const foreign = document.implementation.createHTMLDocument()
        const element = root.firstElementChild ?? foreign.createElement(tag)
        const {src, series, 'include-feeds': includeFeeds} = attributes(zone)
        Object.assign(element, {src, series, timeZone: zone, includeFeeds})
        root.append(element)
      }
    }
  `
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: resolve(import.meta.dirname, '../..')},
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  })
  return outputFiles[0]?.text ?? ''
}
